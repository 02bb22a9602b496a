"""The program in a JVM that stays; see WarmProgram.java."""
import json
import os
import queue
import subprocess
import threading

import rules

SECONDS = 90


class WarmProgram:

    def __init__(self):
        self.process = None
        self.lines = queue.Queue()

    def ask(self, request):
        """The answer, or {"err": why there is none}; a JVM that does not answer in time is replaced."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            line = self.lines.get(timeout=SECONDS)
        except (queue.Empty, BrokenPipeError):
            line = ""
        if line:
            return json.loads(line)
        self.stop()
        return {"err": f"the program did not answer within {SECONDS} s"}

    def start(self):
        self.lines = queue.Queue()
        self.process = subprocess.Popen(
            ["java", *rules.OPTIONS_OF_JAVA, "-cp", os.environ["PEER_CLASS_PATH"], "WarmProgram"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        threading.Thread(target=self.read, args=(self.process.stdout, self.lines), daemon=True).start()

    @staticmethod
    def read(stream, lines):
        for line in stream:
            lines.put(line)
        lines.put("")

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
