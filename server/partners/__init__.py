"""Partners: others who give what rewards promise, and are asked for it over HTTP."""
