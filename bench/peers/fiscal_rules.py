"""The base rules for OpenFisca-Core and PolicyEngine-Core, its fork: one set of formulas for both.

The values are in `parameters/`, dated, as both projects keep theirs. Neither engine has types, so the formulas, which
they call, have none either: `person(name, month)` gives an array, `parameters(month)` a node of values.
"""

from importlib import import_module
from pathlib import Path

from numpy import array, int32, maximum, minimum, select, where

from bench.people import COLUMNS, CREDENTIAL, EDUCATION, ITEMS

MONTH = "2026-11"
PARAMETERS = Path(__file__).with_name("parameters")
FLAGS = ("fits_job", "spouse_hukou")


def by_index(levels, node):
    """A value for each level by indexing the node with the enumeration, as both documentations show."""
    return node[levels]


def by_select(levels, node):
    """The same by numpy's select: OpenFisca's index is a loop over the people, so for many of them this is faster."""
    items = list(levels.possible_values)
    return select([levels == item for item in items], [getattr(node, item.name) for item in items])


def age(person, month, parameters):
    return parameters(month).age.calc(person("age", month))


def levelled(look_up):
    """The two formulas that look a level up."""

    def education(person, month, parameters):
        return look_up(person("education", month), parameters(month).education)

    def credential(person, month, parameters):
        worth = look_up(person("credential", month), parameters(month).credential)
        needs = parameters(month).credential_needs
        paid = (worth < needs.from_points) | (person("months_1x_of_12", month) >= needs.months_1x)
        return where(person("fits_job", month) & paid, worth, 0)

    return education, credential


def insured_years(person, month, parameters):
    return person("insured_months", month) // 12 * parameters(month).insured_years.per_year


def contribution_base(person, month, parameters):
    tiers = parameters(month).contribution_base
    reached = [
        person("months_3", month) >= tiers.months_at_3,
        person("months_2", month) >= tiers.months,
        person("months_1", month) >= tiers.months,
        person("months_08", month) >= tiers.months,
    ]
    return select(reached, [tiers.at_3, tiers.at_2, tiers.at_1, tiers.at_08])


def spouse(person, month, parameters):
    points = parameters(month).spouse
    return person("spouse_hukou", month) * minimum(points.cap, person("married_years", month) * points.per_year)


def deductions(person, month, parameters):
    each = parameters(month).deductions
    return -(
        person("false_material", month) * each.false_material
        + person("detention", month) * each.detention
        + person("minor_crime", month) * each.minor_crime
    )


def total(person, month):
    higher = maximum(person("points_education", month), person("points_credential", month))
    alone = ("age", "insured_years", "contribution_base", "spouse", "deductions")
    return maximum(0, sum((person(f"points_{item}", month) for item in alone), start=higher))


class BaseRules:
    """The rules loaded into one engine, and the ways to ask it."""

    def __init__(self, package, enums, look_up):
        """Load into the engine of that package; its module of enumerations goes by different names."""
        entities, levels, periods, systems, variables = (
            import_module(f"{package}.{name}")
            for name in ("entities", enums, "periods", "taxbenefitsystems", "variables")
        )
        person = entities.build_entity(key="person", plural="people", label="Applicant", is_person=True)
        self.builder = import_module(f"{package}.simulations").SimulationBuilder
        self.month = periods.period(MONTH)
        self.levels = {
            "education": levels.Enum("Education", {name: name for name in EDUCATION}),
            "credential": levels.Enum("Credential", {name: name for name in CREDENTIAL}),
        }
        self.system = systems.TaxBenefitSystem([person])
        self.system.load_parameters(str(PARAMETERS))

        def declare(name, **attributes):
            common = {"entity": person, "definition_period": periods.MONTH, "label": name}
            self.system.add_variable(type(name, (variables.Variable,), common | attributes))

        for name in COLUMNS:
            values = self.levels.get(name)
            if values is None:
                declare(name, value_type=bool if name in FLAGS else int)
            else:
                declare(name, value_type=levels.Enum, possible_values=values, default_value=values.none)
        for formula in (age, *levelled(look_up), insured_years, contribution_base, spouse, deductions, total):
            declare(f"points_{formula.__name__}", value_type=int, formula=formula)

    def arrays(self, columns):
        """The columns of some people as the engine's own arrays."""
        return {
            name: self.levels[name].encode(array(values)) if name in self.levels else array(values, dtype=kind(name))
            for name, values in columns.items()
        }

    def calculate(self, arrays, *, trace):
        """Score the people whose arrays these are; the totals, and the simulation that holds the trace."""
        simulation = self.builder().build_default_simulation(self.system, len(arrays["age"]))
        simulation.trace = trace
        for name, values in arrays.items():
            simulation.set_input(name, self.month, values)
        return simulation.calculate("points_total", self.month), simulation


def kind(name):
    """How an input that is no level is stored."""
    return bool if name in FLAGS else int32


def items(simulation):
    """The points of each item, as the trace of one person's score tells them."""
    (score,) = simulation.tracer.trees
    found = {node.name.removeprefix("points_"): int(node.value[0]) for node in score.children}
    return {name: found[name] for name in ITEMS}
