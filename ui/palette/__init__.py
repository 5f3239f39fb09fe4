"""The palette: any command by its name, and the keys of this place while Alt is held."""
