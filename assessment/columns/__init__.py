"""The same rules for many assessments at once: every condition judged for whole columns of answers.

- `coding`: answers as small numbers, one for all values that no condition tells apart;
- `weighing`: the columnar twin of `assessment.weighing`, on the same frozen conditions;
- `judging`: levels and counting rules, the columnar twin of `assessment.evaluation`;
- `changes`: what two framework versions make of the same answers, and which rules make the difference;
- `by_hand`: what applies where a person set a level, judged one by one;
- `rejudging`: all of it in chunks, so that memory stays bounded and one can watch and stop.
"""
