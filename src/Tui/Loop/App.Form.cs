using ChatRoom.Client.Connection;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Loop;

/// <summary>The form: the first screen, until somebody is let in, and over the chat for another server.</summary>
internal sealed partial class App
{
    private FormModel _form = new();
    private bool _isFilling = true;

    /// <summary>The one that the form waits for.</summary>
    private Connection? _dialled;
    private Frame? _shown;

    private void Fill(UserInput input) => Fill(
        input is UserInput.Moused { Action: MouseAction.Press } click && _shown?.TargetAt(click.X, click.Y) is FormTarget target
            ? new FormMessage.Clicked(target)
            : new FormMessage.Typed(input));

    private void Fill(FormMessage message) => Carry(FormUpdate.Take(_form, message));

    private void Carry(FormStep step)
    {
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
            case FormEffect.Close:
                _isFilling = false;
                break;
            case FormEffect.Quit:
                Quit("");
                break;
        }
    }

    private void Begin(FormValues values)
    {
        if (_talk?.Networks.Find(values.Network) is { Chat.Link: LinkState.Online })
        {
            _isFilling = false;
            LookAt(values.Network);
            return;
        }
        if (!settings.TryFind(values, out var encryption, out var wrong))
        {
            Fill(new FormMessage.Refused(FormField.Tls, wrong));
            return;
        }
        Forget();
        Keep();
        _dialled = new Connection(values, settings, encryption, _happened.Writer, clock);
        _form = _form with { Phase = new FormPhase.Connecting($"connecting to {values.Place}") };
    }

    /// <summary>Over the chat, for one more server; where it is known which one, it is tried at once.</summary>
    private void Ask(TalkEffect.Connect wanted)
    {
        _isFilling = true;
        var form = wanted.Address is { } address
            ? FormModel.Begin(address.Host, address.Port, address.IsEncrypted, wanted.Nick, address.Room ?? "", settings.Recent)
            : FormModel.Begin("", null, true, wanted.Nick, "", settings.Recent);
        _form = form with { IsOverChat = true };
        if (wanted.Address is not null)
            Carry(FormUpdate.Connect(_form));
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
        if (_dialled is { } before)
            _left.Add(before.DisposeAsync().AsTask());
        _dialled = null;
    }

    private void HearWhileConnecting(Connection from, LinkReport report)
    {
        if (report.State is LinkState.Online)
        {
            _dialled = null;
            _isFilling = false;
            Join(from);
            LookAt(from.Network);
            HearNetwork(from, report);
        }
        else if (report.State is LinkState.Over { Fault: { } fault })
        {
            Forget();
            Fill(FormRefusal.Of(fault, from.Values));
        }
    }
}
