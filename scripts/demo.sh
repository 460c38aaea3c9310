#!/bin/sh
# The main job, twice: at the counter and with a letter. Everything and everybody in it is invented.
# Usage: sh scripts/demo.sh [FOLDER]     (run by `make demo`, with `maatwerk` on the PATH)
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-demo}
mark=".made-by-demo"

say() { printf '\n\n=== %s\n' "$*"; }
run() { # show a command, then run it; 3 and 4 mean "something is open", which is the point of a demo
    printf '\n$ maatwerk'
    for word in "$@"; do case $word in *" "*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done
    printf '\n'
    code=0
    maatwerk "$@" || code=$?
    case $code in 0) ;; 3 | 4) printf '(afsluitcode %s)\n' "$code" ;; *) exit "$code" ;; esac
}

adopt() { # without answers it refuses and names every source; then each gets its (invented) answer
    sources=$(maatwerk rules adopt "$@" 2>&1 >/dev/null | sed -n 's/^  \([a-z_0-9]*\): .*/\1/p')
    for source in $sources; do set -- "$@" --answer "$source=Nagegaan en goed bevonden (verzonnen)."; done
    run rules adopt "$@"
}

if [ -e "$folder" ] && [ ! -e "$folder/$mark" ]; then
    echo "De map $folder bestaat al en is niet van de demo. Er is niets veranderd." >&2
    exit 1
fi
rm -rf "$folder"

say "1  Een organisatie met verzonnen mensen. U bent T. de Wit."
run init --demo "$folder"
: >"$folder/$mark"
cp "$here"/examples/cases/*.json "$folder/cases/"
cp "$here/examples/answers/laptop-negen-euro-met-opmerking.json" "$folder/antwoorden.json"
cd "$folder"

say "2  Een tweede persoon stelt de regels vast. Elke bron die nog na te gaan was, krijgt een antwoord."
adopt raalte-id-kaart --decision "B&W (verzonnen), nr. 1" --published gmb-verzonnen-1 --drafted-by rsmit
adopt laptop-minimaregeling --decision "B&W (verzonnen), nr. 2" --published gmb-verzonnen-2 --drafted-by rsmit

say "3  Aan de balie: de inwoner staat rood en heeft het geld contant bij zich. Zes toetsen."
printf '\n$ maatwerk check raalte-id-kaart --on 2026-02-17\n'
"$(dirname "$(command -v maatwerk)")/python" "$here/scripts/at_the_counter.py"

say "4  Een aanvraag: negen euro boven de grens, door vakantiegeld. Wat mag hier?"
run propose cases/laptop-negen-euro.json --note "Het vakantiegeld gaat naar een huurschuld." --on 2026-02-17
say "   T. de Wit besluit, met antwoord op elke vraag (antwoorden.json)."
run decide cases/laptop-negen-euro.json --choice besteedbaar_inkomen --answers antwoorden.json --on 2026-02-17

number=$(maatwerk register list --format json | sed -n 's/.*"number": "\([0-9-]*\)".*/\1/p' | tail -n 1)
say "5  De brief bij besluit $number."
run letter write "$number" --format html --out "brief-$number.html" --on 2026-02-20
run letter write "$number" --format txt --out "brief-$number.txt" --on 2026-02-20

say "6  Wat er in het register staat, en of het heel is."
run register list
run register verify

say "Klaar. De brief ligt hier:"
printf '  %s\n' "$PWD/brief-$number.html" "$PWD/brief-$number.txt"
cat <<END

Probeer nu zelf, in deze map:
  cd $folder && export PATH="$(dirname "$(command -v maatwerk)"):\$PATH"
  maatwerk check raalte-id-kaart                        vragen aan de balie, één toets per antwoord
  maatwerk check cases/laptop-ver-boven-de-grens.json   een eerlijk nee
  maatwerk check cases/raalte-nog-vragen.json           nog niet genoeg bekend
  maatwerk rules test laptop-minimaregeling             de voorbeelden van de jurist
  maatwerk doctor                                       staat alles goed?
END
