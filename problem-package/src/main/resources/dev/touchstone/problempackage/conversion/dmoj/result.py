class CheckerResult:
    """What DMOJ's checkers return instead of true or false."""

    def __init__(self, passed, points, feedback=None, extended_feedback=None):
        self.passed = passed
        self.points = points
        self.feedback = feedback
        self.extended_feedback = extended_feedback
