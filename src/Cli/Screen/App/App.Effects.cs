using ChatRoom.Client;

namespace ChatRoom.Cli.Screen;

/// <summary>What the screen wants done outside of it.</summary>
internal sealed partial class App
{
    private bool _isLent;

    private void Do(TalkEffect effect)
    {
        switch (effect)
        {
            case TalkEffect.Do signal when !_isLent:
                _screen.Do(signal.What);
                break;
            case TalkEffect.Do:
                break;
            case TalkEffect.OpenEditor editor when !_isLent:
                _isLent = true;
                _lending = Edit(editor.Text);
                break;
            case TalkEffect.OpenEditor:
                break;
            case TalkEffect.OpenLink link:
                Open(link.Address);
                break;
            case TalkEffect.Quit quit:
                _link.Post(new ClientMessage.Leave(quit.Farewell));
                break;
            default:
                throw new InvalidOperationException($"{effect.GetType().Name} is missing in Do.");
        }
    }

    /// <summary>The terminal is the editor's meanwhile; the connection goes on.</summary>
    private async Task Edit(string text)
    {
        AppMessage done;
        try
        {
            string? edited = null;
            await _screen.Lend(async () => edited = await _outside.Edit(text));
            done = new AppMessage.Edited(edited, null);
        }
        catch (OutsideException wrong)
        {
            done = new AppMessage.Edited(null, wrong.Message);
        }
        await Tell(done);
    }

    private void Open(string address)
    {
        try
        {
            _outside.Open(address);
        }
        catch (OutsideException wrong)
        {
            Update(new TalkMessage.Told(wrong.Message));
        }
    }

    private async Task Tell(AppMessage message)
    {
        try
        {
            await _happened.Writer.WriteAsync(message, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The loop is over, and nobody looks any more.
        }
    }
}
