import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./folders.mjs";

const running = new Set();

/** Ends the programs that `run` has under way: for a command that is told to stop. */
export function endPrograms() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end. `output` is what it printed (both streams) when `quiet`, else it prints straight
 * to the terminal and `output` is empty. A program that cannot be run at all has code 127.
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit" });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}

/**
 * The command line of npm: the one that runs us, or the one beside this Node, so that npm and Node always fit
 * each other; else whatever `npm` the PATH has.
 */
export function npmCommand() {
  const ours = process.env.npm_execpath ?? "";
  if (ours.endsWith("npm-cli.js") && existsSync(ours)) return [process.execPath, ours];
  const beside = join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  if (existsSync(beside)) return [process.execPath, beside];
  return ["npm"];
}

/** The path of a dependency's program, to be run with `process.execPath`. */
export function program(path) {
  return join(root, "node_modules", path);
}
