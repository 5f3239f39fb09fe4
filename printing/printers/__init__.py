"""Printers: from a document to bytes on a wire, a device, a queue or a disk, and what they say of themselves."""
