from szai_assess.condition import ALWAYS, both, variables

A, B, C = (0, 1), (1, 2), (2, -2)


def test_both_holds_where_each_side_has_a_clause_that_holds():
    assert both(((A,), (B,)), ((C,),)) == ((A, C), (B, C))


def test_always_changes_nothing_on_either_side():
    condition = ((A, B), (C,))

    assert condition == both(ALWAYS, condition) == both(condition, ALWAYS)


def test_a_condition_without_clauses_never_holds_whatever_it_is_joined_with():
    assert () == both((), ((A,),)) == both(((A,),), ())


def test_the_variables_of_a_condition_are_those_of_all_its_clauses():
    assert {0, 1, 2} == variables(((A, B), (C,)))
    assert set() == variables(ALWAYS)
