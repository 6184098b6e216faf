using System.Text;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Tests.Hubs;

/// <summary>An event is rendered once for each difference that it has, and for no other.</summary>
public sealed class RenderingsTests
{
    private const ulong Highest = 1UL << 63;

    [Fact]
    public void What_an_event_does_not_depend_on_makes_no_rendering()
    {
        var renderer = new PlainRenderer { Depends = 1 | Highest };
        var renderings = new Renderings(renderer);
        var what = Sample.At(7, Sample.InRoom(Sample.Lobby, "hi"));

        ulong[] variants = [0, 1, 2, 3, Highest, Highest | 6, 1, 0, Highest | 1];
        foreach (var variant in variants)
            Assert.Equal($"7 for {variant & renderer.Depends}\r\n", Encoding.UTF8.GetString(renderer.Read(renderings.Of(what, variant))));

        Assert.Equal([0, 1, Highest, Highest | 1], renderer.Rendered);
    }

    [Fact]
    public void Another_event_and_another_turn_are_rendered_anew()
    {
        var renderer = new PlainRenderer();
        var renderings = new Renderings(renderer);
        var (one, two) = (Sample.At(1, Sample.InRoom(Sample.Lobby, "hi")), Sample.At(2, Sample.InRoom(Sample.Lobby, "hi")));

        renderings.Of(one, 0);
        Assert.Equal("2 for 0\r\n", Encoding.UTF8.GetString(renderer.Read(renderings.Of(two, 5))));
        renderings.Clear();
        renderer.Clear();
        Assert.Equal("2 for 0\r\n", Encoding.UTF8.GetString(renderer.Read(renderings.Of(two, 5))));

        Assert.Equal(3, renderer.Rendered.Count);
    }

    /// <summary>If it said less than what the lines depend on, one client would be sent the lines of another.</summary>
    [Fact]
    public void Our_voice_says_of_every_event_on_what_its_lines_depend()
    {
        using var journal = new MemoryJournal();
        using var history = journal.OpenHistory();
        var info = new ServerInfo("irc.test", "ChatRoom", "test", default, journal.Epochs, new PublishedSettings(new LiveSettings()));
        var renderer = new LineRenderer(info, history, new Welcome(info, new Census()));
        string Lines(ChatRoom.Domain.Events.Recorded what, ulong variant) => Encoding.UTF8.GetString(renderer.Read(renderer.Tell(what, variant, ChatRoom.Domain.Worlds.World.Empty)));

        Assert.All(EveryEvent.Kept, happened =>
        {
            var what = Sample.At(1, happened);
            var cares = renderer.Cares(happened);
            foreach (var single in ChatRoom.Irc.Capabilities.All.Select(capability => (ulong)capability))
            {
                Assert.Equal(Lines(what, cares), Lines(what, cares | single));
                Assert.Equal(Lines(what, ulong.MaxValue & ~cares), Lines(what, 0));
                Assert.Equal(Lines(what, single), Lines(what, single & cares));
                Assert.Equal(Lines(what, ulong.MaxValue), Lines(what, cares));
            }
        });
    }
}
