// Publicodes and its forms as a worker (`node worker.js FOLDER`); bench/worker.py says what is asked and answered.
import { FormBuilder } from '@publicodes/forms'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { engineForForms, engineOf, situationOf } from './engine.js'
import { BASE_RULES, TOY_RULES } from './rules.js'

const ITEMS = ['age', 'education', 'credential', 'insured_years', 'contribution_base', 'spouse', 'deductions']
const TOY_QUESTIONS = 6

const read = (name) => JSON.parse(readFileSync(`${process.argv[2]}/${name}`, 'utf8'))
const columns = read('columns.json')
const toyPeople = read('toy.json')
const rules = engineOf(BASE_RULES)

const rows = (count) =>
  Array.from({ length: count }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]])),
  )

const total = (situation) => rules.setSituation(situation).evaluate('total').nodeValue

const seconds = (work) => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** One question a page, in the order that the forms choose. */
const form = (engine) => new FormBuilder({ engine, pageBuilder: (inputs) => inputs.map((input) => ({ elements: [input] })) })

/** A turn: one answer goes in, and the next page comes out; undefined where there is none. */
const turn = (builder, state, input, answer) => {
  const answered = builder.handleInputChange(state, input, answer)
  if (!builder.pagination(answered).hasNextPage) return undefined
  const next = builder.goToNextPage(answered)
  return { state: next, page: builder.currentPage(next) }
}

const begin = (builder, target) => {
  const state = builder.start(FormBuilder.newState(), target)
  return { state, page: builder.currentPage(state) }
}

/** The seconds of `count` turns of interviews with one person after the other. */
const interviews = (count) => {
  const people = rows(count)
  const builder = form(engineForForms(BASE_RULES))
  return seconds(() => {
    let at
    for (let done = 0, next = 0; done < count; done++) {
      at ??= begin(builder, 'total')
      const input = at.page.elements[0].id
      at = turn(builder, at.state, input, people[next][input])
      if (at === undefined) next++
    }
  })
}

/** How many questions each of the toy people is asked until the engine knows whether 120 is reached. */
const asked = (count) => {
  const engine = engineForForms(TOY_RULES)
  const builder = form(engine)
  return toyPeople.slice(0, count).map((person) => {
    let at = begin(builder, 'reached')
    for (let questions = 1; questions <= TOY_QUESTIONS; questions++) {
      const input = at.page.elements[0].id
      at = turn(builder, at.state, input, person[input])
      const reached = engine.evaluate('reached').nodeValue
      if (typeof reached === 'boolean') {
        if (reached !== person.reached) throw new Error(`wrong verdict for ${JSON.stringify(person)}`)
        return questions
      }
    }
    throw new Error('asked everything and still does not know')
  })
}

const answers = {
  totals: (count) => rows(count).map((person) => total(situationOf(person))),
  items: (count) =>
    rows(count).map((person) => {
      total(situationOf(person))
      return Object.fromEntries(ITEMS.map((item) => [item, rules.evaluate(`points ${item}`).nodeValue]))
    }),
  explained: (count) => {
    const situations = rows(count).map(situationOf)
    return seconds(() => situations.forEach(total))
  },
  turn: interviews,
  asked,
}

console.log(JSON.stringify(Object.keys(answers)))
for await (const line of createInterface({ input: process.stdin })) {
  const [name, count] = JSON.parse(line)
  console.log(JSON.stringify(answers[name](count)))
}
