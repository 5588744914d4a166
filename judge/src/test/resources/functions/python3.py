def combine(text, numbers, weights, loud):
    print("printed by the learner")
    return {
        text: [str(sum(row)) for row in numbers],
        "weights": [f"{key}={weights[key]:.2f}" for key in sorted(weights)],
        "loud": ["yes" if loud else "no"],
    }
