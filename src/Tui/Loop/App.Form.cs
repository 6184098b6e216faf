using ChatRoom.Client.Chat;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Loop;

/// <summary>The first screen, until somebody is let in.</summary>
internal sealed partial class App
{
    private readonly List<Task> _left = [];
    private FormModel _form = new();
    private Frame? _shown;

    private void Fill(UserInput input) => Fill(
        input is UserInput.Moused { Action: MouseAction.Press } click && _shown?.TargetAt(click.X, click.Y) is FormTarget target
            ? new FormMessage.Clicked(target)
            : new FormMessage.Typed(input));

    private void Fill(FormMessage message)
    {
        var step = FormUpdate.Take(_form, message);
        _form = step.Model;
        switch (step.Effect)
        {
            case FormEffect.Connect e:
                Begin(e.Values);
                break;
            case FormEffect.Trust e:
                Trust(e);
                break;
            case FormEffect.Forget e:
                Unpin(e.Values);
                break;
            case FormEffect.Cancel:
                Forget();
                break;
            case FormEffect.Quit:
                _isOver = true;
                break;
        }
    }

    private void Begin(FormValues values)
    {
        if (!settings.TryFind(values, out var encryption, out var wrong))
        {
            Fill(new FormMessage.Refused(FormField.Tls, wrong));
            return;
        }
        Forget();
        _found = settings.LeftAt(values);
        _connection = new Connection(values, Places.Rooms(values, _found), settings.History, encryption, _happened.Writer, clock);
        _form = _form with { Phase = new FormPhase.Connecting($"connecting to {values.Place}") };
    }

    private void Trust(FormEffect.Trust trusted)
    {
        if (settings.Pin(trusted.Values, trusted.Found) is { } wrong)
            Fill(new FormMessage.Refused(null, wrong));
        else
            Begin(trusted.Values);
    }

    private bool Unpin(FormValues values)
    {
        if (settings.Unpin(values) is { } wrong)
            Fill(new FormMessage.Refused(null, wrong));
        else
            Begin(values);
        return true;
    }

    /// <summary>It ends by itself; the person need not wait for it.</summary>
    private void Forget()
    {
        if (_connection is { } before)
            _left.Add(before.DisposeAsync().AsTask());
        _connection = null;
    }

    private void HearWhileConnecting(Connection from, LinkReport report)
    {
        if (report.State is LinkState.Online)
        {
            Enter(from, report);
        }
        else if (report.State is LinkState.Over { Fault: { } fault })
        {
            Forget();
            Fill(FormRefusal.Of(fault, from.Values));
        }
    }

    private void Enter(Connection from, LinkReport report)
    {
        var remark = settings.Remember(from.Values.ToRecent());
        var facts = new LinkFacts(from.Values.Place) { Encryption = from.Values.Tls ? "TLS" : null, Account = from.Values.Account };
        var begun = Networks.Of(new Network(from.Network, Places.Begin(new ChatModel(new ClientModel(from.Settings)), from.Values, _found), facts));
        var heard = NetworksUpdate.Hear(begun, from.Network, report.Model, report.State, report.Events, clock.GetUtcNow());
        var talk = new TalkModel(heard.Model, screen.Size, _theme, clock.LocalTimeZone)
        {
            Now = clock.GetUtcNow(),
            Preferences = settings.Preferences,
            ThemeNames = settings.ThemeNames,
            PaletteSeed = settings.PaletteSeed,
            Remark = remark ?? settings.Remark,
        };
        Settle(TalkUpdate.Begin(Places.WithDrafts(talk, _found)));
        heard.Effects.ForEach(Post);
        // What was written to us alone while we were away; rooms tell it when they are joined.
        foreach (var person in heard.Model.Current.Chat.Conversations.Where(one => one.Kind == ConversationKind.Person))
            Chatted(NetworksUpdate.Wish(_talk!.Networks, from.Network, new ChatWish.LoadLatest(person.Name)));
    }
}
