// Cold start: load the base rules and print the total of the person in the file that is named.
import { readFileSync } from 'node:fs'
import { engineOf, situationOf } from './engine.js'
import { BASE_RULES } from './rules.js'

const person = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.log(engineOf(BASE_RULES).setSituation(situationOf(person)).evaluate('total').nodeValue)
