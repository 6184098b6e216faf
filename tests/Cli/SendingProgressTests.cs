using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Tests;

/// <summary>When a long input is slow because the server is.</summary>
public class SendingProgressTests
{
    private DateTimeOffset _now = new(2026, 11, 20, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_some_seconds_it_is_said_how_fast_it_goes_and_then_now_and_again()
    {
        var progress = new SendingProgress(() => _now);
        Assert.Null(progress.Of(Busy(8)));
        Assert.Null(After(4, progress, Busy(40)));
        Assert.Equal("the server takes 10 lines a second; 50 were sent so far, and the rest waits", After(1, progress, Busy(58)));
        Assert.Null(After(14, progress, Busy(190)));
        Assert.StartsWith("the server takes 10 lines a second; 200 were", After(1, progress, Busy(208)));
    }

    [Fact]
    public void Who_writes_slowly_is_told_nothing()
    {
        var progress = new SendingProgress(() => _now);
        Assert.Null(progress.Of(Busy(8)));
        Assert.Null(After(30, progress, Model() with { LastLine = 9 }));
        Assert.Null(After(30, progress, Busy(18)));
    }

    private string? After(int seconds, SendingProgress progress, ClientModel model)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return progress.Of(model);
    }

    private static ClientModel Model()
    {
        Assert.True(Nickname.TryParse("Tuan", out var nick, out _));
        return new ClientModel(new ClientSettings(nick, [])) { Phase = ClientPhase.Ready };
    }

    private static ClientModel Busy(int sent) =>
        Model() with { LastLine = sent, Lines = [.. Enumerable.Range(0, 8).Select(i => new OutgoingLine(i, "#lobby", "x", Manner.Message, 0))] };
}
