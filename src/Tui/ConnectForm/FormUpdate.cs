using ChatRoom.Tui.Composing;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What happens to the form: a pure function. Texts are edited with the keys of the composer.</summary>
public static class FormUpdate
{
    /// <summary>More than any field may hold; a paste beyond is a mistake.</summary>
    private const int LongestPaste = 500;

    private static readonly ComposerContext Alone = new(int.MaxValue, CompletionSources.None);

    public static FormStep Take(FormModel form, FormMessage message) => message switch
    {
        FormMessage.Typed m => TakeInput(form, m.Input),
        FormMessage.Clicked m => Click(form, m.Target),
        FormMessage.Progress m => new FormStep(form.Phase is FormPhase.Connecting ? form with { Phase = new FormPhase.Connecting(m.Doing) } : form),
        FormMessage.Refused m => new FormStep(Refuse(form, m.Field ?? FormField.Connect, m.Text)),
        FormMessage.Untrusted m => new FormStep(form with { Phase = new FormPhase.AskingTrust(m.Found, m.Reason) }),
        FormMessage.Changed m => new FormStep(form with { Phase = new FormPhase.CertificateChanged(m.Pinned, m.Found) }),
    };

    private static FormModel Refuse(FormModel form, FormField field, string text) =>
        form.With(field, form[field] with { Refusal = text }) with { Phase = new FormPhase.Editing(), Focus = field };

    private static FormStep TakeInput(FormModel form, UserInput input) => input switch
    {
        UserInput.Pressed { Key: var key } when key.IsCtrl('q') || key.IsCtrl('c') => new FormStep(form, new FormEffect.Quit()),
        UserInput.HungUp => new FormStep(form, new FormEffect.Quit()),
        UserInput.Pressed { Key: var key } => form.Phase switch
        {
            FormPhase.Editing => form.RecentChosen is { } chosen ? PressInRecent(form, chosen, key) : Press(form, key),
            FormPhase.Connecting => key.Is(KeyName.Escape) ? GoBack(form) : new FormStep(form),
            FormPhase.AskingTrust p => key == Key.Of('y') || key == Key.Of('Y') ? Trust(form, p) : key.Is(KeyName.Escape) || key == Key.Of('n') ? GoBack(form) : new FormStep(form),
            FormPhase.CertificateChanged => key == Key.Of('f') ? Forget(form) : key.Is(KeyName.Escape) || key.Is(KeyName.Enter) ? GoBack(form) : new FormStep(form),
        },
        UserInput.Pasted pasted when form.Phase is FormPhase.Editing && FormModel.IsText(form.Focus) => Paste(form, pasted.Text),
        UserInput.Moused { Action: MouseAction.WheelUp } when form.Phase is FormPhase.Editing => new FormStep(Step(form, -1)),
        UserInput.Moused { Action: MouseAction.WheelDown } when form.Phase is FormPhase.Editing => new FormStep(Step(form, 1)),
        _ => new FormStep(form),
    };

    private static FormStep Press(FormModel form, Key key)
    {
        if (key.Is(KeyName.Escape) && form.IsOverChat)
            return new FormStep(form, new FormEffect.Close());
        if (key.Is(KeyName.Tab) || key.Is(KeyName.Down))
            return new FormStep(Step(form, 1));
        if (key.Is(KeyName.Tab, Modifiers.Shift) || key.Is(KeyName.Up))
            return new FormStep(Step(form, -1));
        if (key.Is(KeyName.Enter) || (key == Key.Of(' ') && !FormModel.IsText(form.Focus)))
            return form.Focus switch
            {
                FormField.Recent => new FormStep(form with { RecentChosen = 0 }),
                FormField.Tls when key == Key.Of(' ') => new FormStep(Toggle(form)),
                FormField.Register when key == Key.Of(' ') => new FormStep(ToggleNew(form)),
                FormField.More => new FormStep(Unfold(form)),
                _ => Connect(form),
            };
        if (!FormModel.IsText(form.Focus) || key.Name == KeyName.Enter || key.IsCtrl('j'))
            return new FormStep(form);
        return new FormStep(Write(form, ComposerUpdate.Press(form[form.Focus].Writing, key, Alone).Composer));
    }

    private static FormStep PressInRecent(FormModel form, int chosen, Key key)
    {
        var count = form.Recent.Count;
        return key switch
        {
            _ when key.Is(KeyName.Down) || key.Is(KeyName.Tab) => new FormStep(form with { RecentChosen = (chosen + 1) % count }),
            _ when key.Is(KeyName.Up) || key.Is(KeyName.Tab, Modifiers.Shift) => new FormStep(form with { RecentChosen = (chosen + count - 1) % count }),
            _ when key.Is(KeyName.Enter) || key == Key.Of(' ') => new FormStep(Fill(form, form.Recent[chosen])),
            _ when key.Is(KeyName.Escape) => new FormStep(form with { RecentChosen = null }),
            _ => new FormStep(form),
        };
    }

    private static FormStep Click(FormModel form, FormTarget target) => target switch
    {
        FormTarget.OfField t => form.Phase is not FormPhase.Editing ? new FormStep(form) : ClickField(form with { Focus = t.Field, RecentChosen = null }, t.Field),
        FormTarget.Recent t => new FormStep(t.Index < form.Recent.Count ? Fill(form, form.Recent[t.Index]) : form),
        FormTarget.Trust => form.Phase is FormPhase.AskingTrust asking ? Trust(form, asking) : new FormStep(form),
        FormTarget.Forget => form.Phase is FormPhase.CertificateChanged ? Forget(form) : new FormStep(form),
        FormTarget.Back => GoBack(form),
    };

    private static FormStep ClickField(FormModel form, FormField field) => field switch
    {
        FormField.Recent => new FormStep(form with { RecentChosen = 0 }),
        FormField.Tls => new FormStep(Toggle(form)),
        FormField.Register => new FormStep(ToggleNew(form)),
        FormField.More => new FormStep(Unfold(form)),
        FormField.Connect => Connect(form),
        _ => new FormStep(form),
    };

    private static FormModel Unfold(FormModel form) => form with { IsUnfolded = true, Focus = FormField.ServerPassword };

    private static FormStep Forget(FormModel form) => FormCheck.TryRead(form, out var values)
        ? new FormStep(form with { Phase = new FormPhase.Connecting($"connecting to {values.Place}") }, new FormEffect.Forget(values))
        : new FormStep(form with { Phase = new FormPhase.Editing() });

    private static FormStep GoBack(FormModel form) =>
        new(form with { Phase = new FormPhase.Editing() }, form.Phase is FormPhase.Connecting ? new FormEffect.Cancel() : null);

    /// <summary>As if somebody had pressed the button.</summary>
    public static FormStep Connect(FormModel form)
    {
        var sent = form.WithoutRefusals();
        return FormCheck.TryRead(sent, out var values)
            ? new FormStep(sent with { Phase = new FormPhase.Connecting($"connecting to {values.Place}") }, new FormEffect.Connect(values))
            : new FormStep(sent with { Focus = sent.Fields.First(field => FormCheck.Wrong(sent, field) is not null) });
    }

    private static FormStep Trust(FormModel form, FormPhase.AskingTrust asked) => FormCheck.TryRead(form, out var values)
        ? new FormStep(form with { Phase = new FormPhase.Connecting($"connecting to {values.Place}") }, new FormEffect.Trust(values, asked.Found))
        : new FormStep(form with { Phase = new FormPhase.Editing() });

    private static FormModel Step(FormModel form, int by)
    {
        var fields = form.Fields.ToList();
        return form with { Focus = fields[(fields.IndexOf(form.Focus) + by + fields.Count) % fields.Count], RecentChosen = null };
    }

    /// <summary>A port that is the usual one follows; a port of one's own stays.</summary>
    private static FormModel Toggle(FormModel form)
    {
        var toggled = Changed(form, FormField.Tls) with { Tls = !form.Tls };
        return form[FormField.Port].Text == $"{FormModel.PortOf(form.Tls)}"
            ? toggled.With(FormField.Port, FormEntry.Of($"{FormModel.PortOf(toggled.Tls)}"))
            : toggled;
    }

    private static FormModel ToggleNew(FormModel form) => Changed(Changed(form, FormField.Account), FormField.AccountPassword) with { Registers = !form.Registers };

    private static FormStep Paste(FormModel form, string pasted)
    {
        var cut = pasted.Length > LongestPaste ? pasted[..LongestPaste] : pasted;
        var text = PasteQuestion.Clean(cut).Trim('\n').Replace('\n', ' ');
        return new FormStep(Write(form, ComposerUpdate.Take(form[form.Focus].Writing, new UserInput.Pasted(text), Alone).Composer));
    }

    /// <summary>A field offers no completions and asks no questions; what was moved and not changed says nothing new.</summary>
    private static FormModel Write(FormModel form, Composer written)
    {
        var entry = form[form.Focus];
        var next = written with { Popup = null, Question = null, ChordBegun = false };
        return next.Text == entry.Text
            ? form.With(form.Focus, entry with { Writing = next })
            : Changed(form, form.Focus).With(form.Focus, new FormEntry(next, Touched: true));
    }

    /// <summary>Host, port and encryption were refused together, so a change of one lets all of them be tried again.</summary>
    private static FormModel Changed(FormModel form, FormField field)
    {
        FormField[] together = field is FormField.Host or FormField.Port or FormField.Tls ? [FormField.Host, FormField.Port, FormField.Tls] : [field];
        return together.Append(FormField.Connect).Aggregate(form, (now, one) => now.With(one, now[one] with { Refusal = null }));
    }

    private static FormModel Fill(FormModel form, RecentServer server) => FormModel.Begin(server, form.Recent) with { IsOverChat = form.IsOverChat };
}

/// <summary>What a message makes of the form.</summary>
public readonly record struct FormStep(FormModel Model, FormEffect? Effect = null);
