"""The chance of success: ten factors in three themes, apart from the risk. Where to find what:

- `parts`: what a framework says about factors; `checks`: does every name in that mean something;
- `profile`: where the factors stand by the answers given, what is weak, what holds what back;
- `wording`: the same in Dutch sentences, for the screen and the reports.
"""
