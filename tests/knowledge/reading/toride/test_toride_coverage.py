import pytest


@pytest.mark.parametrize("plan", ["fourth", "fifth"])
def test_every_character_belongs_to_a_record_or_a_class(plan, request):
    read_plan = request.getfixturevalue(plan)
    text = read_plan.source.text
    covered = bytearray(len(text))
    spans = [span for record in read_plan.reading.records for span in record.spans]
    for span in [*spans, *(left.span for left in read_plan.reading.left_out)]:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    left_over = [
        offset for offset, sign in enumerate(text) if not sign.isspace() and not covered[offset]
    ]
    lines = sorted({read_plan.source.at(offset).line for offset in left_over})
    assert lines == []


@pytest.mark.parametrize("plan", ["fourth", "fifth"])
def test_little_is_left_out(plan, request):
    """Left out is only what says nothing alone: headers, labels, marks; under 3 % of the plan."""
    read_plan = request.getfixturevalue(plan)
    left = sum(one.span.end - one.span.start for one in read_plan.reading.left_out)
    assert left < 0.03 * sum(not sign.isspace() for sign in read_plan.source.text)


@pytest.mark.parametrize("plan", ["fourth", "fifth"])
def test_records_stand_in_order_with_unique_names(plan, request):
    records = request.getfixturevalue(plan).reading.records
    assert len({record.id for record in records}) == len(records)
    starts = [record.spans[0].start for record in records]
    assert starts == sorted(starts)
    for record in records:
        plan_id, kind, local = record.id.split("/", 2)
        assert (plan_id, kind) == (record.plan_id, record.kind.value)
        assert local
        assert not any(sign.isspace() for sign in local)
        assert list(record.spans) == sorted(record.spans)


@pytest.mark.parametrize("plan", ["fourth", "fifth"])
def test_nothing_is_unresolved(plan, request):
    assert request.getfixturevalue(plan).reading.unresolved == ()
