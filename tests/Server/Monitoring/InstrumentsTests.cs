using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Journal.Tests.Doubles;
using ChatRoom.Server.Monitoring;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Monitoring;

/// <summary>What is counted is what happened, exactly.</summary>
public sealed class InstrumentsTests : IAsyncDisposable
{
    private readonly TestServer _server = TestServer.Start();
    private readonly MetricsReader _readings;

    public InstrumentsTests() => _readings = new MetricsReader(_server.Registry.Instruments.Meter);

    public async ValueTask DisposeAsync()
    {
        _readings.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Messages_and_deliveries_are_those_that_people_sent_and_heard()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        var duy = await _server.Connect("Duy", "echo-message", "#tea");
        var minh = await _server.Connect("Minh", "", "#tea");
        await Task.WhenAll(tuan.Heard(), duy.Heard());

        await tuan.Send(Enumerable.Range(0, 100).Select(n => $"PRIVMSG #tea :{n}"));
        await duy.Send(Enumerable.Range(0, 10).Select(n => $"NOTICE #tea :{n}"));
        await duy.Send("PRIVMSG Minh :only you");
        await Task.WhenAll(tuan.Heard(), duy.Heard());
        var heard = new[] { await tuan.Heard(), await duy.Heard(), await minh.Heard() }.Sum(lines => lines.Count);

        // Everybody else hears it, and so does its sender, who asked for that.
        Assert.Equal((101, 100 * 2 + 2), (Number("chatroom.messages", "message"), Number("chatroom.deliveries", "message")));
        Assert.Equal((10, 10 * 3), (Number("chatroom.messages", "notice"), Number("chatroom.deliveries", "notice")));
        Assert.True(heard > 0);
    }

    [Fact]
    public async Task What_is_told_to_nobody_counts_as_said_and_not_as_delivered()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");

        await tuan.Ask("PRIVMSG #tea :anybody?");

        Assert.Equal((1, 0), (Number("chatroom.messages", "message"), Number("chatroom.deliveries", "message")));
    }

    [Fact]
    public async Task What_somebody_says_to_themselves_counts_as_often_as_they_hear_it()
    {
        var tuan = await _server.Connect("Tuan", "echo-message");

        var heard = await tuan.Ask("PRIVMSG Tuan :remember");

        Assert.Equal(heard.Count, Number("chatroom.deliveries", "message"));
    }

    [Fact]
    public async Task Refusals_are_counted_by_name()
    {
        var tuan = await _server.Connect("Tuan");
        await _server.Connect("Duy");

        await tuan.Ask("PRIVMSG nobody :hello", "PRIVMSG nobody :hello", "NICK Duy", "PRIVMSG #none :hello");

        Assert.Equal((2, 1, 1), (Number("chatroom.refusals", "no_such_person"), Number("chatroom.refusals", "nick_taken"), Number("chatroom.refusals", "no_such_room")));
    }

    [Fact]
    public void Every_refusal_has_a_name_of_its_own()
    {
        var names = Samples("chatroom.refusals").Select(sample => sample.Tags[0].Value).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(typeof(Refusal).GetNestedTypes().Count(type => type.IsSubclassOf(typeof(Refusal))) + 1, names.Count);
    }

    [Fact]
    public async Task What_is_open_is_read_off_and_what_is_gone_is_not()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea", "#music");
        var stranger = _server.Dial();
        await stranger.Ask("CAP LS");

        Assert.Equal((2, 1, 1, 2), (Number("chatroom.connections"), Number("chatroom.sessions"), Number("chatroom.people"), Number("chatroom.rooms")));
        Assert.Equal(_server.World.Last.Number, Number("chatroom.history.events"));

        await stranger.Send("QUIT");
        await stranger.Rest();
        await tuan.Send("QUIT");
        await tuan.Rest();

        Assert.Equal((0, 0, 2), (Number("chatroom.connections"), Number("chatroom.sessions"), Number("chatroom.connections.accepted")));
    }

    [Fact]
    public async Task A_full_journal_is_counted_by_turn_and_by_command()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        _server.Journal.IsFull = true;

        await tuan.Ask("PRIVMSG #tea :lost");
        await tuan.Ask("PRIVMSG #tea :lost too");

        Assert.Equal((2, 2), (Number("chatroom.journal.faults", "refused"), Number("chatroom.refusals", "not_kept")));
        _server.Journal.IsFull = false;
    }

    [Fact]
    public async Task A_lost_turn_is_counted()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        _server.Journal.NextFault = JournalFault.LoseAfterKeeping;

        await tuan.Ask("PRIVMSG #tea :kept");

        Assert.Equal((1, 0), (Number("chatroom.journal.faults", "lost"), Number("chatroom.refusals", "not_kept")));
    }

    [Fact]
    public async Task Every_commit_falls_into_a_bucket()
    {
        var tuan = await _server.Connect("Tuan", "", "#tea");
        var before = Spread("chatroom.commit.duration").Counts.Sum();

        foreach (var n in Enumerable.Range(0, 5))
            await tuan.Ask($"PRIVMSG #tea :{n}");

        Assert.Equal(5, Spread("chatroom.commit.duration").Counts.Sum() - before);
        Assert.True(Spread("chatroom.commit.duration").Sum > 0);
        Assert.True(Spread("chatroom.turn.size").Counts.Sum() >= 5);
    }

    private double Number(string name, string? tag = null) =>
        Samples(name).Single(sample => tag is null || sample.Tags[0].Value == tag).Value;

    private IReadOnlyList<MetricSample> Samples(string name) => ((MetricSnapshot.Numbers)Find(name)).Samples;

    private MetricSnapshot.Spread Spread(string name) => (MetricSnapshot.Spread)Find(name);

    private MetricSnapshot Find(string name) => _readings.Collect().Single(reading => reading.Name == name);
}
