"""What is told to a candidate is noticed in any language, and what is not told is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.follow_ups import leaks

TEXTS = {
    "de": (
        "Wie beschleunigt ein Cache ein System?",
        "Er hält Ergebnisse nahe beim Leser, deshalb haben wir Redis davor gestellt.",
        "Veraltete Einträge müssen verfallen",
        "Ein Cache tauscht Speicher gegen Zeit; veraltete Einträge verfallen darin.",
        "Wie lassen Sie veralteten Einträgen ein Verfallsdatum setzen, damit sie verfallen?",
        "Warum haben Sie sich für Redis entschieden und nicht für etwas anderes?",
    ),
    "fr": (
        "Comment un cache accélère-t-il un système ?",
        "Il garde les résultats près du lecteur, nous avons donc mis Redis devant la base.",
        "Les entrées périmées doivent expirer",
        "Un cache échange de la mémoire contre du temps, et ses entrées périmées expirent.",
        "Comment faites-vous expirer les entrées qui sont périmées ?",
        "Pourquoi avez-vous mis Redis devant la base plutôt qu'un autre outil ?",
    ),
    "es": (
        "¿Cómo acelera un caché un sistema?",
        "Guarda los resultados cerca del lector, por eso pusimos Redis delante de la base.",
        "Las entradas obsoletas deben caducar",
        "Un caché cambia memoria por tiempo y las entradas obsoletas caducan.",
        "¿Cómo logra usted que caduque una entrada obsoleta?",
        "¿Por qué pusieron ustedes Redis delante de la base y no otra herramienta?",
    ),
    "ru": (
        "Как кэш ускоряет систему?",
        "Он хранит результаты рядом с читателем, поэтому мы поставили Redis перед базой.",
        "Устаревшие записи должны истекать",
        "Кэш меняет память на время, а устаревшие записи истекают.",
        "Как вы добиваетесь того, чтобы устаревшая запись должным образом истекала?",
        "Почему вы поставили Redis перед базой, а не другой инструмент?",
    ),
    "pl": (
        "Jak pamięć podręczna przyspiesza system?",
        "Trzyma wyniki blisko czytelnika, więc postawiliśmy Redis przed bazą.",
        "Przestarzałe wpisy muszą wygasać",
        "Wymienia pamięć na czas, a przestarzałe wpisy wygasają.",
        "Jak sprawia Pan, że przestarzałe wpisy wygasają na czas?",
        "Dlaczego postawiliście Redis przed bazą, a nie inne narzędzie?",
    ),
    "ar": (
        "كيف تسرع الذاكرة المؤقتة النظام؟",
        "تحفظ النتائج قرب القارئ ولذلك وضعنا Redis أمام قاعدة البيانات.",
        "يجب أن تنتهي صلاحية المدخلات القديمة",
        "تبادل الذاكرة بالوقت، وتنتهي صلاحية المدخلات القديمة.",
        "كيف تضمن أن تنتهي صلاحية المدخلات القديمة؟",
        "لماذا وضعت Redis أمام قاعدة البيانات ولم تختر أداة أخرى؟",
    ),
    "hi": (
        "कैश किसी सिस्टम को तेज़ कैसे करता है?",
        "वह परिणाम पाठक के पास रखता है, इसलिए हमने डेटाबेस के सामने Redis लगाया।",
        "पुरानी प्रविष्टियाँ समाप्त होनी चाहिए",
        "कैश स्मृति के बदले समय देता है, और पुरानी प्रविष्टियाँ समाप्त होती हैं।",
        "आप कैसे देखते हैं कि पुरानी प्रविष्टियाँ समाप्त हों?",
        "आपने डेटाबेस के सामने Redis क्यों लगाया, कोई और उपकरण क्यों नहीं?",
    ),
    "zh": (
        "缓存如何让系统变快?",
        "它把结果放在读者附近,所以我们在数据库前面放了 Redis。",
        "过期条目必须失效",
        "缓存以内存换取时间,过期条目会失效。",
        "您怎样让过期条目及时失效?",
        "您为什么在数据库前面放 Redis,而不用别的工具?",
    ),
    "ja": (
        "キャッシュはどのようにシステムを速くしますか?",
        "結果を読み手の近くに置くので、データベースの前に Redis を置きました。",
        "古い項目は失効しなければならない",
        "キャッシュはメモリと時間を交換し、古い項目は失効する。",
        "古い項目が失効しなければならないとき、どう実装しますか?",
        "なぜデータベースの前に Redis を置いたのですか?",
    ),
    "ko": (
        "캐시는 시스템을 어떻게 빠르게 합니까?",
        "결과를 읽는 사람 가까이에 두므로 데이터베이스 앞에 Redis를 두었습니다.",
        "오래된 항목은 만료되어야 한다",
        "캐시는 메모리와 시간을 맞바꾸고 오래된 항목은 만료된다.",
        "오래된 항목이 만료되게 하려면 어떻게 합니까?",
        "왜 데이터베이스 앞에 Redis를 두었습니까?",
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_key_point_that_a_question_says_is_told_in_any_language(language: str):
    prompt, answer, point, _, leak, clean = TEXTS[language]
    said = {"known": (prompt, answer), "points": (point,), "expected": "", "language": language}
    assert leaks.tells(leak, **said)
    assert not leaks.tells(clean, **said)


@pytest.mark.parametrize("language", TEXTS)
def test_what_the_answer_said_itself_is_not_told(language: str):
    prompt, answer, point, expected, leak, _ = TEXTS[language]
    known = (prompt, f"{answer} {point}. {expected}", leak)
    assert not leaks.tells(leak, known=known, points=(point,), expected=expected, language=language)


@pytest.mark.parametrize("language", TEXTS)
def test_a_question_that_repeats_the_expected_answer_is_seen_and_a_plain_one_is_not(language: str):
    prompt, answer, _, expected, _, clean = TEXTS[language]
    said = {"known": (prompt, answer), "points": (), "expected": expected, "language": language}
    assert leaks.tells(f"{expected}?", **said)
    assert not leaks.tells(clean, **said)


def test_a_compound_is_the_same_as_its_parts():
    said = {"known": ("Was fehlt?", "Nichts."), "expected": "", "language": "de"}
    assert leaks.tells("Brauchte es Speicherfreigabe?", points=("Freigabe des Speichers",), **said)


def test_names_in_capitals_count_though_they_are_short():
    said = {"known": ("Was fehlt?", "Nichts."), "expected": "", "language": "de"}
    assert leaks.tells("Hätten Sie TLS nehmen wollen?", points=("TLS",), **said)
    assert not leaks.tells("Hätten Sie das nehmen wollen?", points=("TLS",), **said)


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_no_text_in_no_writing_breaks_it(question: str, point: str, known: str):
    for language in ("de", "zh", "xx", ""):
        leaks.tells(question, known=(known,), points=(point,), expected=point, language=language)
