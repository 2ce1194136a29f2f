/** What the generator makes of an engine's command table. */
export interface GeneratedCommands {
  /** The names of all entries of the table, `CLIENT LIST` among them. */
  commands: string[]
  /** Each typed method and the name of its command. */
  methods: [method: string, name: string][]
  /** Each command without a typed method, and why. */
  leftOut: [name: string, reason: string][]
  /** The text of each generated file by its path. */
  files: Record<string, string>
}

/**
 * Generates in memory. `folder` is src/commands of an engine's sources; without it, the one that is unpacked.
 *
 * Throws when there is none, when commands.def says otherwise than the JSON files, and when a correction, a rule or an
 * exception of the generator has nothing left to be about.
 */
export function generateCommands(folder?: string): GeneratedCommands

/** Where the unpacked engine's command table is, under `build`. Throws, with the remedy, when there is none. */
export function findCommandsFolder(given?: string, build?: string): string

/** The paths of those files that do not hold what was generated for them. */
export function outdated(files: Record<string, string>): string[]
