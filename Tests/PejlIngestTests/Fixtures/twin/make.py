#!/usr/bin/env python3
"""Writes one fictional answer in every format that is read. Needs python3, LibreOffice Writer, and perl with
OLE::Storage_Lite (apt: libreoffice-writer-nogui libole-storage-lite-perl). The results are committed; run it only to
change the answer. The Råd in it does not exist."""
import base64, html, subprocess, sys, zipfile, os, tempfile
HERE = os.path.dirname(os.path.abspath(__file__))
# (kind, text): h heading, p paragraph, l list item
ANSWER = [
    ("h", "Høringssvar fra det opdigtede Råd for Blåbær"),
    ("p", "Rådet takker for muligheden for at afgive høringssvar og kan i store træk tilslutte sig udkastet til strategien. "
          "Vi har drøftet det på et møde, hvor både borgere og pårørende var med."),
    ("h", "Om medinddragelse"),
    ("p", "Vi savner konkrete eksempler på, hvordan borgerne bliver inddraget i beslutninger om deres egen hverdag. "
          "Det bør ske tidligt, og det bør ske hver gang."),
    ("l", "at beboer- og pårørenderåd høres, før noget bliver besluttet"),
    ("l", "at medarbejderne får tid til samtaler med den enkelte"),
    ("h", "Om sammenhæng"),
    ("p", "Overgangen fra ung til voksen er svær – især for dem, der har brug for støtte fra flere forvaltninger. "
          "Rådet foreslår en fast kontaktperson, så ingen skal fortælle sin historie fra begyndelsen igen."),
    ("p", "Økonomien bekymrer os: målene er gode, men der følger ikke penge med."),
]
def write(name, data):
    with open(os.path.join(HERE, name), "wb") as f: f.write(data if isinstance(data, bytes) else data.encode())
def text():
    out = []
    for i, (kind, t) in enumerate(ANSWER):
        if i: out.append("" if not (kind == "l" and ANSWER[i - 1][0] == "l") else None)
        out.append(("- " if kind == "l" else "") + t)
    return "\n".join(x for x in out if x is not None) + "\n"
def page():
    body, lists = "", False
    for kind, t in ANSWER:
        if kind == "l" and not lists: body += "<ul>\n"
        if kind != "l" and lists: body += "</ul>\n"
        lists = kind == "l"
        tag = {"h": "h2", "p": "p", "l": "li"}[kind]
        body += f"<{tag}>{html.escape(t)}</{tag}>\n"
    return f'<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8"><title>Høringssvar</title></head><body>\n{body}</body></html>\n'
def fodt():
    body, lists = "", False
    for kind, t in ANSWER:
        if kind == "l" and not lists: body += '<text:list text:style-name="L">'
        if kind != "l" and lists: body += "</text:list>"
        lists = kind == "l"
        e = html.escape(t)
        body += {"h": f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{e}</text:h>',
                 "p": f'<text:p text:style-name="Text_20_body">{e}</text:p>',
                 "l": f"<text:list-item><text:p>{e}</text:p></text:list-item>"}[kind]
    return ('<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
            'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>'
            '<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.35cm"/></style:style>'
            '<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>'
            '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>'
            f'</office:styles><office:body><office:text>{body}</office:text></office:body></office:document>')
MSG = r'''use strict; use OLE::Storage_Lite; use Encode;
sub u { encode('UTF-16LE', decode('UTF-8', $_[0])) }
my ($out, $body) = @ARGV; local $/; open my $f, '<', $body; my $text = <$f>; $text =~ s/\n/\r\n/g;
my %p = ('0037'=>'Høringssvar','1000'=>$text,'0C1A'=>'Rådet for Blåbær','0C1F'=>'blaabaer@example.dk','001A'=>'IPM.Note');
my (@st, $props); $props = "\0" x 32;
for my $k (sort keys %p) { my $d = u($p{$k}); push @st, OLE::Storage_Lite::PPS::File->new(u("__substg1.0_${k}001F"), $d);
  $props .= pack('vvVVV', 0x001F, hex($k), 6, length($d)+2, 0); }
$props .= pack('vvVVV', 0x0040, 0x0039, 6, 0xC1B64000, 0x01DA6ED2);
my $file = u("Bilaget hedder ikke noget særligt, men her står vores svar om økonomien.");
my $data = "Bilag til svaret. \xC3\x98konomien bekymrer os.\n";
my $ap = "\0" x 8; $ap .= pack('vvVVV', 0x0003, 0x3705, 6, 1, 0);
my @a = (OLE::Storage_Lite::PPS::File->new(u('__substg1.0_3707001F'), u('bilag.txt')),
  OLE::Storage_Lite::PPS::File->new(u('__substg1.0_37010102'), $data), OLE::Storage_Lite::PPS::File->new(u('__properties_version1.0'), $ap));
my $att = OLE::Storage_Lite::PPS::Dir->new(u('__attach_version1.0_#00000000'), undef, undef, \@a);
push @st, OLE::Storage_Lite::PPS::File->new(u('__properties_version1.0'), $props);
push @st, $att if $ARGV[2];
OLE::Storage_Lite::PPS::Root->new([0,0,0,4,11,123], [0,0,0,4,11,123], \@st)->save($out, 1);
'''
if __name__ == "__main__":
    write("svar.txt", text()); write("svar.html", page())
    body = text().replace("\n", "\r\n")
    write("svar.eml", "From: =?utf-8?Q?R=C3=A5det_for_Bl=C3=A5b=C3=A6r?= <blaabaer@example.dk>\r\nDate: Tue, 05 Mar 2024 10:00:00 +0100\r\n"
          "Subject: =?utf-8?Q?H=C3=B8ringssvar?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(body.encode()).decode().replace("\n", "\r\n"))
    with tempfile.TemporaryDirectory() as tmp:
        open(f"{tmp}/svar.fodt", "w").write(fodt())
        for kind in ["odt", "docx:MS Word 2007 XML", "doc:MS Word 97", "rtf", "pdf"]:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{tmp}/p", "--headless", "--convert-to", kind, "--outdir", HERE, f"{tmp}/svar.fodt"], check=True, stdout=subprocess.DEVNULL)
        open(f"{tmp}/mk.pl", "w").write(MSG); open(f"{tmp}/b.txt", "w").write(text())
        subprocess.run(["perl", f"{tmp}/mk.pl", f"{HERE}/svar.msg", f"{tmp}/b.txt", ""], check=True)
        open(f"{tmp}/c.txt", "w").write("Se venligst vedhæftede bilag.\n")
        subprocess.run(["perl", f"{tmp}/mk.pl", f"{HERE}/cover.msg", f"{tmp}/c.txt", "1"], check=True)
