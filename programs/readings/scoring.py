"""From the scores of the criteria to one number."""

from programs.models import Reading


def weighted(scores, criteria):
    """The average of the scores, each counted by its criterion's weight; None where nothing counts. `scores` are kept by
    the criterion's key as a text: {"7": 4}."""
    given = [(scores[str(one.pk)], one.weight) for one in criteria if str(one.pk) in scores]
    total = sum(weight for _score, weight in given)
    return sum(score * weight for score, weight in given) / total if total else None


def score_again(rubric):
    """After a change of weights: what was read counts by the new ones."""
    criteria = list(rubric.criteria.all())
    changed = []
    for reading in Reading.objects.filter(application__call__round__program=rubric.program_id).exclude(scores={}):
        score = weighted(reading.scores, criteria)
        if score != reading.score:
            reading.score = score
            changed.append(reading)
    Reading.objects.bulk_update(changed, ["score"], batch_size=500)


def has_scores(program):
    """Whether somebody has scored an application of this program: then the scale stays."""
    return Reading.objects.filter(application__call__round__program=program).exclude(scores={}).exists()


def scored_criteria(program):
    """The keys, as texts, of the criteria by which somebody has scored."""
    rows = Reading.objects.filter(application__call__round__program=program).exclude(scores={})
    return {key for scores in rows.values_list("scores", flat=True) for key in scores}
