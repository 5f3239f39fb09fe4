"""Rewards: what points or rules give as vouchers, from the first voucher made to the last one spent."""
