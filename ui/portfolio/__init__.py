"""All algorithms together: pictures, tables, the lists behind them, the norms and the self-scan."""
