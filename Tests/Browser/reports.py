"""The reports that the browser tests open: the sample hearing's, and those of answers that pages must survive."""

import os
import subprocess

PEJL = os.environ["PEJL"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "Corpus/socialstrategi-2024")
CODEBOOK = os.path.join(SAMPLE, "codebook.xml")

EVIL = "<img src=x onerror=document.title='owned'>"
SENTENCES = [
    "Vi er glade for, at borgeren bliver inddraget i sin egen plan.",
    "Vi frygter, at dokumentation tager tid fra omsorgen.",
    "Vi foreslår, at pårørende bliver hørt tidligere.",
    "Busruten til hallen bør komme tilbage.",
    "Hvornår bliver medarbejdernes kompetencer styrket?",
]


def analyse(arguments, output):
    """Runs the program and gives the folder of the report."""
    run = subprocess.run([PEJL, "analyse", *arguments, "--output", output, "--quiet"], capture_output=True, text=True)
    if run.returncode > 1:
        raise SystemExit(f"pejl analyse failed: {run.stderr}")
    return output


def sample(folder, language):
    return analyse([SAMPLE, "--language", language], os.path.join(folder, "sample-" + language))


def documents(folder, language):
    """The folder with the case note as a page, and with the measurement of the codebook."""
    output = os.path.join(folder, "documents-" + language)
    runs = [
        ["evaluate", "--codebook", CODEBOOK, "--gold", os.path.join(SAMPLE, "gold.tsv"), "--output", output,
         os.path.join(SAMPLE, "responses")],
        ["note", SAMPLE, "--output", os.path.join(output, "note.html")],
    ]
    for arguments in runs:
        run = subprocess.run([PEJL, *arguments, "--language", language, "--quiet"], capture_output=True, text=True)
        if run.returncode > 1:
            raise SystemExit(f"pejl {arguments[0]} failed: {run.stderr}")
    return output


def loose(folder, name, answers):
    """The report of answers by file name."""
    source = os.path.join(folder, name + "-answers")
    os.makedirs(source)
    for file, text in answers.items():
        with open(os.path.join(source, file), "w", encoding="utf-8") as handle:
            handle.write(text)
    return analyse(["--codebook", CODEBOOK, source], os.path.join(folder, name))


def hostile(folder):
    """A hearing whose parties, titles and texts are markup, of great length, or written from right to left."""
    source = os.path.join(folder, "hostile-hearing")
    os.makedirs(os.path.join(source, "responses"))
    escaped = EVIL.replace("<", "&lt;")
    with open(os.path.join(source, "hearing.xml"), "w", encoding="utf-8") as handle:
        handle.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<hearing xmlns="urn:pejl:hearing:1" id="prove" language="da">'
            f"<authority>{escaped}</authority><case>1/1</case><title>{'Lang titel ' * 450}</title>"
            '<respondents>'
            f'<respondent id="evil" kind="council" name="{escaped}"><alias>evil</alias></respondent>'
            '<respondent id="rtl" kind="organisation" name="Foreningen \u202egnudnu\u202c"><alias>rtl</alias></respondent>'
            '<respondent id="silent" kind="citizen" name="Den tavse part"/>'
            "</respondents></hearing>"
        )
    for name in os.listdir(SAMPLE):
        if name.startswith("codebook"):
            os.symlink(os.path.join(SAMPLE, name), os.path.join(source, name))
    texts = {
        "evil.txt": f"# {EVIL}\n\n{EVIL} " + " ".join(SENTENCES) + "\n\n" + "\n\n".join(SENTENCES * 3),
        "evil-2.txt": "\n\n".join(SENTENCES),
        "rtl.txt": "\u202eVi frygter\u202c, at \u05e9\u05dc\u05d5\u05dd tager tid.\n\n" + "\n\n".join(SENTENCES),
        "unknown.txt": "a" * 5000 + "\n\n" + SENTENCES[1],
        "blank.html": "<html><head><title>Tom</title></head><body><p> </p></body></html>",
    }
    for name, text in texts.items():
        with open(os.path.join(source, "responses", name), "w", encoding="utf-8") as handle:
            handle.write(text)
    return analyse([source], os.path.join(folder, "hostile"))


def many(folder, count):
    """A report of so many answers, each of some paragraphs."""
    answers = {}
    for number in range(count):
        paragraphs = [SENTENCES[(number + place) % len(SENTENCES)] + f" Svar {number}." for place in range(12)]
        answers[f"svar-{number:04}.txt"] = "\n\n".join(paragraphs)
    return loose(folder, "many", answers)
