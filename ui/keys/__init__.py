"""Keys on the screen: which key does what, other keys of the shop's own, and a sheet of them to hang up."""
