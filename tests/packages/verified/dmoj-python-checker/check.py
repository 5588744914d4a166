from dmoj.result import CheckerResult
from dmoj.utils.unicode import utf8text


def check(process_output, judge_output, judge_input, point_value, least, **kwargs):
    number = int(utf8text(process_output))
    if number >= least:
        return True
    return CheckerResult(number > 0, point_value / 4 if number > 0 else 0, "too small")
