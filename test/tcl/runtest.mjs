/** Runs one unit of the engine's own Tcl suite, and reads what it prints. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * @typedef {{ passed: string[], failed: { name: string, reason: string }[], skipped: string[], ignored: string[],
 *   ended: 'done' | 'exception' | 'timeout', reason: string, seconds: number }} UnitResult
 * `ended` says how the unit came to its end, and `reason` why when it did not get through.
 */

/**
 * A folder in which the suite can run: its own copy of the tests, since it writes beside them, and links to the rest.
 *
 * @param {string} engine the unpacked engine
 * @param {string} folder is emptied
 */
export function layOut(engine, folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(engine)) {
    if (name !== 'tests') symlinkSync(join(engine, name), join(folder, name))
  }
  cpSync(join(engine, 'tests'), join(folder, 'tests'), { recursive: true })
  mkdirSync(join(folder, 'tests/tmp'), { recursive: true })
  for (const [before, after] of repairs) replaceIn(join(folder, 'tests/support/server.tcl'), before, after)
}

/**
 * What the suite needs so that one failure costs one test or one block, not the unit, and never passes for a success.
 *
 * @type {[before: string, after: string][]}
 */
const repairs = [
  // In external mode, what a block wants of its server is set with CONFIG SET; a refusal ended the unit.
  [
    `        r config set $param $val

        # If we enable appendonly`,
    `        if {[catch {r config set $param $val} refusal]} {
            dict unset saved_config $param
            dict for {param val} $saved_config { r config set $param $val }
            send_data_packet $::test_server_fd err "start_server: $refusal"
            set ::servers [lrange $::servers 0 end-1]
            $client close
            return
        }

        # If we enable appendonly`,
  ],
  // A server of a test's own: an error there was swallowed by --durable, and the test had passed.
  [
    '    if {[catch {set retval [uplevel 2 $code]} error]} {\n        if {$::durable} {',
    '    if {[catch {set retval [uplevel 2 $code]} error]} {\n        if {$::durable && $::cur_test eq {}} {',
  ],
  ['if {!$assertion && !$skip && $::durable} {', 'if {!$assertion && !$skip && $::durable && $::cur_test eq {}} {'],
  // A server whose block ended with an error was taken off the suite's stack twice, and with it the one around it.
  [
    `                incr ::num_failed
                send_data_packet $::test_server_fd err [join $details "\\n"]
            } else {
                # Restore state before re-raising`,
    `                incr ::num_failed
                send_data_packet $::test_server_fd err [join $details "\\n"]
                set ::singledb $old_singledb
                set ::tags [lrange $::tags 0 end-[llength $tags]]
                return
            } else {
                # Restore state before re-raising`,
  ],
]

function replaceIn(file, before, after) {
  const text = readFileSync(file, 'utf8')
  if (text.split(before).length !== 2) throw new Error(`${file} has changed: ${before} is not there once`)
  writeFileSync(
    file,
    text.replace(before, () => after),
  )
}

/**
 * Runs a unit; whatever it has started is ended when the promise resolves.
 *
 * @param {{ folder: string, unit: string, args: string[], bin: string, seconds: number, log: string }} options
 *   `bin` holds the programs that the suite starts; `seconds` is how long the unit may take; `log` keeps its output
 * @returns {Promise<UnitResult>}
 */
export async function runUnit({ folder, unit, args, bin, seconds, log }) {
  const env = { ...process.env, VALKEY_BIN_DIR: bin, TERM: 'dumb' }
  const began = performance.now()
  const all = ['tests/test_helper.tcl', '--single', unit, '--clients', '1', '--durable', ...args]
  const child = spawn('tclsh8.6', all, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      output += text
    })
  }
  let late = false
  const timer = setTimeout(() => {
    late = true
    endGroup(child.pid)
  }, seconds * 1000)
  await new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error('tclsh8.6 cannot be started: install tcl', { cause })))
    child.once('exit', resolve)
  }).finally(() => clearTimeout(timer))
  endGroup(child.pid)
  mkdirSync(dirname(log), { recursive: true })
  writeFileSync(log, output)
  for (const name of readdirSync(join(folder, 'tests/tmp'))) {
    rmSync(join(folder, 'tests/tmp', name), { recursive: true, force: true })
  }
  const result = readOutput(output)
  if (late) Object.assign(result, { ended: 'timeout', reason: `not done after ${seconds} s` })
  return { ...result, seconds: Math.round((performance.now() - began) / 1000) }
}

/** Ends what a unit has started and left behind; all of it is in the process group of the test server. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // nothing was left
  }
}

const mark = /^\[(ok|err|skip|ignore|exception|ready|testing|TIMEOUT|\d+\/\d+ done)\]: /m

/**
 * What the suite's output says. Tests have names of any characters, line ends among them, so it is cut at the marks.
 *
 * @param {string} output
 * @returns {Omit<UnitResult, 'seconds'>}
 */
export function readOutput(output) {
  const [body] = output.split('\n                   The End\n')
  const parts = body.split(mark)
  /** @type {Omit<UnitResult, 'seconds'>} */
  const result = { passed: [], failed: [], skipped: [], ignored: [], ended: 'exception', reason: '' }
  for (let i = 1; i < parts.length; i += 2) {
    const [kind, text] = [parts[i], parts[i + 1].replace(/\n$/, '')]
    if (kind === 'ok') result.passed.push(/^(.*) \(\d+ ms\)/s.exec(text)?.[1] ?? text)
    else if (kind === 'skip') result.skipped.push(text)
    else if (kind === 'ignore') result.ignored.push(text)
    else if (kind === 'err') result.failed.push(failure(text))
    else if (kind.endsWith('done')) result.ended = 'done'
    else if (kind === 'exception' || kind === 'TIMEOUT') result.reason = firstLines(text)
  }
  if (result.ended !== 'done' && result.reason === '') result.reason = firstLines(parts[0])
  return result
}

function failure(text) {
  const named = /^(.*?) in (tests\/\S+\.tcl)\n?(.*)$/s.exec(text)
  return named && !named[1].includes('\n')
    ? { name: named[1], reason: firstLines(named[3]) }
    : { name: '', reason: firstLines(text) }
}

function firstLines(text) {
  return text.trim().split('\n').slice(0, 3).join(' ').slice(0, 400)
}

/** Whether the engine's tests are there. */
export function hasSuite(engine) {
  return existsSync(join(engine, 'tests/test_helper.tcl'))
}
