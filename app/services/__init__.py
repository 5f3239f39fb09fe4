"""The verbs: one unit of work each; they ask the domain and write through ports."""
