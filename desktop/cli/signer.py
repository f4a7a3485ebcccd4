# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""``sevenfold signer``: a new signing certificate from the charity's root key; the fingerprint stays the same."""

import argparse
from pathlib import Path

from desktop.cli.output import add_json, tell_json

PASSPHRASE, ROOT_PASSPHRASE = "--passphrase-file", "--root-passphrase-file"
_MOST_SIGNATORIES = 999


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser("signer", help="renew the signing certificate of a workbook with the root key")
    parser.add_argument("workbook", type=Path, metavar="WORKBOOK")
    parser.add_argument(PASSPHRASE, type=Path, metavar="FILE", help="the passphrase ('-' reads it from standard input)")
    parser.add_argument("--root-key", type=Path, metavar="FILE", required=True, help="the charity's root key file")
    parser.add_argument(ROOT_PASSPHRASE, type=Path, metavar="FILE", help="the passphrase of the root key")
    parser.add_argument("--signatory", type=_number, metavar="N", help="the signatory's number, if it is to change")
    add_json(parser)
    parser.set_defaults(run=run)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= _MOST_SIGNATORIES):
        raise argparse.ArgumentTypeError(f"write a number from 1 to {_MOST_SIGNATORIES}")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Renew, and say what the certificate is and what to do about the old one."""
    from desktop.services.secrets_given import read_secret
    from desktop.services.signer_keys import renew_signing_in

    passphrase = read_secret(options.passphrase_file, "passphrase", PASSPHRASE)
    root_passphrase = read_secret(options.root_passphrase_file, "root key passphrase", ROOT_PASSPHRASE)
    made = renew_signing_in(options.workbook, passphrase, options.root_key, root_passphrase, options.signatory)
    if options.json:
        tell_json(
            {
                "signer": f"{made.signer.charity}, {made.signer.signatory}",
                "signer_fingerprint": made.fingerprint,
                "valid_until": made.valid_until.isoformat(),
                "replaced_fingerprint": made.replaced or None,
                "root_fingerprint": made.signer.root_fingerprint,
            }
        )
        return 0
    print(f"New signing certificate: {made.signer.charity}, {made.signer.signatory}")
    print(f"It signs until {made.valid_until:%d %B %Y}. Its fingerprint:\n  {made.fingerprint}")
    print("The charity's own fingerprint is as it was, and packs signed before stay good.")
    if made.replaced:
        print(f"If the old one was stolen, publish its fingerprint as withdrawn:\n  {made.replaced}")
    print("Put the root key away again, off this computer.")
    return 0
