"""Who is known here: tenants, stores, counters, staff and other systems, as stored."""
