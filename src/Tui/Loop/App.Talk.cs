using ChatRoom.Client;
using ChatRoom.Client.Chat;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.Settings;
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

    private void Chatted(Step<Networks, NetworkMessage> step)
    {
        step.Effects.ForEach(Post);
        if (!ReferenceEquals(step.Model, _talk?.Networks))
            Update(new TalkMessage.Heard(step.Model));
    }

    /// <summary>What is for a network that was just left has nobody to go to.</summary>
    private void Post(NetworkMessage message) => _connections.GetValueOrDefault(message.Network)?.Post(message.Message);

    private void Update(TalkMessage message)
    {
        if (_talk is not null)
            Settle(TalkUpdate.Update(_talk, message));
    }

    private void Settle(TalkStep step)
    {
        var settled = TalkSettled.Of(step);
        _talk = settled.Model;
        settled.Messages.ForEach(Post);
        settled.Effects.ForEach(Do);
    }

    private void Do(TalkEffect effect)
    {
        switch (effect)
        {
            case TalkEffect.Wish:
                throw new InvalidOperationException("A wish is settled before.");
            case TalkEffect.Do e:
                if (!_isLent)
                    screen.Do(e.What);
                break;
            case TalkEffect.OpenEditor e:
                Edit(e.Text);
                break;
            case TalkEffect.OpenLink e:
                Open(e.Address);
                break;
            case TalkEffect.Save e:
                Save(e);
                break;
            case TalkEffect.Quit e:
                Quit(e.Farewell);
                break;
            case TalkEffect.ChangeTheme e:
                ChangeTheme(e.Name);
                break;
            case TalkEffect.Reconnect e:
                _connections.GetValueOrDefault(e.Network)?.TryNow();
                break;
            case TalkEffect.Connect e:
                Ask(e);
                break;
            case TalkEffect.Disconnect e:
                Disconnect(e.Network, e.Farewell);
                break;
            case TalkEffect.SetAlias e:
                Remark(settings.SetAlias(e.Name, e.Text));
                break;
            case TalkEffect.Set e:
                Remark(settings.Set(e.Name, e.Value));
                break;
        }
    }

    private void Edit(string text)
    {
        if (_isLent)
            return;
        _isLent = true;
        _lending = LendForEditing(text);
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

    private void Hear(AppMessage.Edited edited)
    {
        _isLent = false;
        Update(edited.Text is { } text ? new TalkMessage.Edited(text) : new TalkMessage.Told(edited.Wrong ?? "the editor gave nothing back"));
    }

    private void Open(string address)
    {
        try
        {
            ExternalPrograms.Open(address);
        }
        catch (ExternalProgramException wrong)
        {
            Remark(wrong.Message);
        }
    }

    private void Save(TalkEffect.Save file)
    {
        var path = Path.GetFullPath(file.Name);
        Remark(WholeFile.Write(path, file.Text) ?? $"written to {path}");
    }

    private void ChangeTheme(string name)
    {
        if (settings.Choose(name, _isLight) is { } wrong)
            Remark(wrong);
        else
            Dress(_isLight);
    }

    private void Dress(bool isLight)
    {
        _isLight = isLight;
        _theme = settings.Theme(isLight);
        Update(new TalkMessage.Themed(_theme));
    }

    private void Remark(string? text)
    {
        if (text is not null)
            Update(new TalkMessage.Told(text));
    }
}
