"""Reports: what a shop sold, gave and owes over a stretch of days, as tables whose rows know what is behind them."""
