using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Drivers;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Loop;

/// <summary>The chat, and what its screen wants done outside of it.</summary>
internal sealed partial class App
{
    private TalkModel? _talk;
    private Theme _theme = settings.Theme(isLight: false);
    private bool _isLight;
    private bool _isLent;
    private Task _lending = Task.CompletedTask;

    private void Chatted(ChatStep step)
    {
        step.Messages.ForEach(message => _connection?.Post(message));
        if (!ReferenceEquals(step.Model, _talk?.Chat))
            Update(new TalkMessage.Heard(step.Model));
    }

    private void Update(TalkMessage message)
    {
        if (_talk is not null)
            Settle(TalkUpdate.Update(_talk, message));
    }

    private void Settle(TalkStep step)
    {
        var settled = TalkSettled.Of(step);
        _talk = settled.Model;
        settled.Messages.ForEach(message => _connection?.Post(message));
        settled.Effects.ForEach(Do);
    }

    private void Do(TalkEffect effect) => effect.Match<object?>(
        wish: _ => throw new InvalidOperationException("A wish is settled before."),
        @do: e => Signal(e.What),
        openEditor: e => Edit(e.Text),
        openLink: e => Open(e.Address),
        quit: e => { Quit(e.Farewell); return null; },
        changeTheme: e => ChangeTheme(e.Name),
        set: e => Remark(settings.Set(e.Name, e.Value)));

    private object? Signal(Signal what)
    {
        if (!_isLent)
            screen.Do(what);
        return null;
    }

    private object? Edit(string text)
    {
        if (_isLent)
            return null;
        _isLent = true;
        _lending = LendForEditing(text);
        return null;
    }

    /// <summary>The terminal is the editor's meanwhile; the connection goes on.</summary>
    private async Task LendForEditing(string text)
    {
        AppMessage done;
        try
        {
            string? edited = null;
            await screen.Lend(async () => edited = await programs.Edit(text));
            done = new AppMessage.Edited(edited, null);
        }
        catch (ExternalProgramException wrong)
        {
            done = new AppMessage.Edited(null, wrong.Message);
        }
        await Tell(done);
    }

    private bool Hear(AppMessage.Edited edited)
    {
        _isLent = false;
        Update(edited.Text is { } text ? new TalkMessage.Edited(text) : new TalkMessage.Told(edited.Wrong ?? "the editor gave nothing back"));
        return true;
    }

    private object? Open(string address)
    {
        try
        {
            ExternalPrograms.Open(address);
            return null;
        }
        catch (ExternalProgramException wrong)
        {
            return Remark(wrong.Message);
        }
    }

    private object? ChangeTheme(string name)
    {
        if (settings.Choose(name, _isLight) is { } wrong)
            return Remark(wrong);
        Dress(_isLight);
        return null;
    }

    private void Dress(bool isLight)
    {
        _isLight = isLight;
        _theme = settings.Theme(isLight);
        Update(new TalkMessage.Themed(_theme));
    }

    private object? Remark(string? text)
    {
        if (text is not null)
            Update(new TalkMessage.Told(text));
        return null;
    }
}
