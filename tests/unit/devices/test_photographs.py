"""Photographs that at least one decoder reads wrongly, or where there is nothing to read."""

from pathlib import Path

import pytest

from app.devices.decoder import Decoder
from app.devices.pictures import read_picture

FOLDER = Path(__file__).with_name("photographs")


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("upca-4-2.webp", ["0023942431015"]),  # both read 9074932437075
        ("upca-2-38.webp", ["0012546619592"]),  # zbar reads 0022121000066
        ("upca-5-32.webp", ["0625034201058"]),  # zbar reads 0002780000034
        ("ean13-4-12.webp", ["9780441014989"]),  # sharpened, zxing-cpp reads 5780407014989
        ("qrcode-2-30.png", ["MECARD:N:測試;;"]),  # zbar takes it for another character set
        ("code128-1-6.png", ["óóóó1234óóabózz"]),  # zbar drops what makes the letters accented
        ("falsepositives-1-#570.png", []),
        ("falsepositives-1-1x100.webp", []),
    ],
)
def test_a_photograph_is_read_rightly_or_not_at_all(name: str, texts: list[str]) -> None:
    assert [code.text for code in Decoder().read(read_picture(FOLDER / name).dots).codes] == texts
