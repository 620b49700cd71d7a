// Publicodes set up for speed with its documented options: what is wrong throws at once, nothing is checked twice or logged.
import Engine from 'publicodes'

const OPTIONS = { strict: { situation: true, checkPossibleValues: false }, warn: false }
const FLAGS = { automaticNamespaceDisabling: false }

export const engineOf = (rules) => new Engine(rules, { ...OPTIONS, flag: FLAGS })

/** The forms refuse an engine without this flag. */
export const engineForForms = (rules) =>
  new Engine(rules, { ...OPTIONS, flag: { ...FLAGS, filterNotApplicablePossibilities: true } })

/** A person as publicodes takes answers: text in quotes, yes and no in French. */
export const situationOf = (person) =>
  Object.fromEntries(Object.entries(person).map(([input, value]) => [input, expression(value)]))

const expression = (value) => {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return value
}
