"""How the real dstack opens files. Reads one JSON string a line, bytes in base64, answers one JSON object a line.

The answer is {"ok": true}, {"ok": false, "error": NAME} or, for bytes that Python cannot decode,
{"ok": false, "error": "UnicodeDecodeError", "offset": N}.
"""

import base64
import json
import os
import sys
import tempfile

home = tempfile.TemporaryDirectory(prefix="dstack-oracle-")
os.chdir(home.name)
os.environ["HOME"] = os.getcwd()
os.environ["DSTACK_SERVER_DIR"] = os.getcwd()
os.environ["GIT_PYTHON_REFRESH"] = "quiet"

answers = sys.stdout
sys.stdout = sys.stderr

from dstack._internal.cli.services.configurators import load_apply_configuration  # noqa: E402


def answer(data):
    with open(".dstack.yml", "wb") as file:
        file.write(data)
    try:
        load_apply_configuration(".dstack.yml")
    except UnicodeDecodeError as error:
        # The offset is in the part of the file that was read at once.
        return {"ok": False, "error": type(error).__name__, "offset": data.rfind(error.object) + error.start}
    except Exception as error:
        return {"ok": False, "error": type(error).__name__}
    return {"ok": True}


for line in sys.stdin:
    print(json.dumps(answer(base64.b64decode(json.loads(line)))), file=answers, flush=True)
