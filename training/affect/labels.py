"""Names of the outputs, in the order of `lib/reading.ts`, and what the public sets can say about them."""

SENTIMENTS = ('negative', 'neutral', 'positive')
EMOTIONS = (
    'anger', 'frustration', 'disappointment', 'worry', 'confusion', 'sadness', 'gratitude', 'joy', 'neutral',
)
SIGNALS = (
    'repeat-contact', 'churn', 'escalation', 'vulnerable', 'safety', 'sarcasm', 'thanks', 'question', 'apology',
)
INTENSITIES = 4

# What an emotion says about the sentiment: the rule of the labelled messages, as in `lib/reading.ts`.
IMPLIED = {
    emotion: 'positive' if emotion in ('gratitude', 'joy') else 'neutral' if emotion in ('confusion', 'neutral') else 'negative'
    for emotion in EMOTIONS
}
# How much of the shipped sentiment comes from the emotions. The sentiment's own head learns from public text too, where
# “neutral” means other things than at a support desk.
EMOTION_SHARE = 0.5

# Emotions of the public sets: several at once, learnt by a head of their own that is not shipped.
PUBLIC_EMOTIONS = (
    'anger', 'frustration', 'disappointment', 'sadness', 'fear', 'confusion', 'surprise', 'disgust', 'joy',
    'gratitude', 'neutral',
)
_BASIC = ('anger', 'sadness', 'fear', 'surprise', 'disgust', 'joy')
FINE_SOURCES = ('goemotions', 'goemotions-ko', 'ru-goemotions', 'kote')


def shown_emotions(source: str) -> tuple[str, ...]:
    """Which public emotions a source annotates at all: the absence of any other says nothing."""
    return PUBLIC_EMOTIONS if source in FINE_SOURCES else _BASIC


# Emotions of the fine sources under our names. A row with exactly one of these teaches the shipped head too.
SAME_EMOTION = {
    'anger': 'anger',
    'frustration': 'frustration',
    'disappointment': 'disappointment',
    'sadness': 'sadness',
    'fear': 'worry',
    'confusion': 'confusion',
    'joy': 'joy',
    'gratitude': 'gratitude',
    'neutral': 'neutral',
}


def single_emotion(source: str, emotions: list[str]) -> str | None:
    """Our name for the only emotion of a row of a fine source; None where there are several or none."""
    if source not in FINE_SOURCES or len(emotions) != 1:
        return None
    return SAME_EMOTION.get(emotions[0])


# The kind of text goes in at the start sign while learning; tickets and tweets are the plain kind (0), the only one shipped.
KINDS = {'support': 0, 'tweet': 0, 'subtitle': 1, 'review': 2, 'post': 3, 'chat': 0}
