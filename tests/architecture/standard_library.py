"""An import contract that import-linter does not have: a package that needs the standard library and itself only."""

import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class StandardLibraryContract(Contract):
    """Each module of `source_package` imports its own package or the standard library, nothing else."""

    type_name = "standard_library"

    source_package = fields.ModuleField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        package = str(self.source_package)
        modules = {package} | graph.find_descendants(package)
        foreign = [
            f"{importer} -> {imported}"
            for importer in sorted(modules)
            for imported in sorted(graph.find_modules_directly_imported_by(importer) - modules)
            if imported not in sys.stdlib_module_names
        ]
        output.verbose_print(verbose, f"Looked at {len(modules)} modules of {package}.")
        return ContractCheck(kept=not foreign, metadata={"foreign": foreign})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["foreign"]:
            output.print_error(line)
