using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Composing;

public static partial class ComposerUpdate
{
    /// <summary>
    /// A paste is text, whatever is in it: an end of a line in it sends nothing. The one at its very end, which a terminal's selection
    /// brings along, is left out.
    /// </summary>
    private static ComposerStep Paste(Composer composer, string pasted)
    {
        var fits = ComposerLimits.Text - composer.Text.Length;
        // What is far too long is not even looked at; what is just right may still grow by the blanks of its tabs.
        var text = pasted.Length > fits + 1 ? pasted : PasteQuestion.Clean(pasted).TrimEnd('\n');
        if (text.Length > fits)
            return new ComposerStep(composer, new ComposerOutcome.Refused(TooLong(text.Length, fits)));
        var question = new PasteQuestion(text);
        if (text.Length > ComposerLimits.PasteCharacters || question.Lines > ComposerLimits.PasteLines)
            return Done(composer with { Question = question, Popup = null });
        return Done(Put(composer, text));
    }

    private static ComposerStep Answer(Composer composer, PasteQuestion question, Key key)
    {
        var answered = composer with { Question = null };
        if (key.Is(KeyName.Enter) || key == Key.Of('y'))
            return Done(Put(answered, question.Text));
        if (key.Is(KeyName.Escape) || key == Key.Of('n') || key.IsCtrl('c'))
            return Done(answered);
        if (key != Key.Of('e'))
            return Done(composer);
        var edited = Put(answered, question.Text);
        return new ComposerStep(edited, new ComposerOutcome.EditorWanted(edited.Text));
    }

    private static Composer Put(Composer composer, string text) =>
        text.Length == 0 ? composer : Insert(composer, text, ComposerChange.Other) with { Popup = null };

    private static string TooLong(int pasted, int fits) =>
        $"the paste has {pasted:N0} characters, and {fits:N0} fit; put a long text where others can read it, and say its address";
}
