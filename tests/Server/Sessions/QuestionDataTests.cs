using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Journal.Memory;
using ChatRoom.Journal.Search;
using ChatRoom.Journal.Tests;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Sessions;
using ChatRoom.Server.Sessions.Answers;
using ChatRoom.Server.Sessions.Commands;
using ChatRoom.Server.Settings;

namespace ChatRoom.Server.Tests.Sessions;

/// <summary>Every question, those that are added later too, is data: two with equal contents are equal, each can be logged, and each is answered.</summary>
public sealed class QuestionDataTests : IDisposable
{
    private readonly MemoryJournal _journal = new();
    private readonly IHistory _history;
    private readonly LineRenderer _renderer;
    private readonly LocalConnection _connection = new(Sample.Connection(1), new Hubs.Sink());

    public QuestionDataTests()
    {
        var info = new ServerInfo("irc.test", "ChatRoom", "test", default, _journal.Epochs, new PublishedSettings(new LiveSettings()));
        _history = _journal.OpenHistory();
        _renderer = new LineRenderer(info, _history, new Welcome(info, new Census()));
    }

    public static TheoryData<Type> Questions => [.. CasesOf(typeof(IrcReply)).Concat(CasesOf(typeof(IrcQuestion)))];

    public void Dispose()
    {
        _history.Dispose();
        _journal.Dispose();
    }

    [Theory]
    [MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public void Equal_contents_are_equal_questions_and_letters(Type kind)
    {
        var (one, two) = (Make(kind), Make(kind));

        Assert.NotSame(one, two);
        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.Equal(new HubMessage(_connection, new HubRequest.Query(one), "label"), new HubMessage(_connection, new HubRequest.Query(two), "label"));
    }

    [Theory]
    [MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public void A_question_can_be_logged(Type kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var printed = new HubRequest.Render(Make(kind)).ToString();

        Assert.StartsWith($"Render {{ Question = {kind.Name} {{", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Func`", printed, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public void A_question_is_answered_in_whole_lines(Type kind)
    {
        Assert.All([World.Empty, WithTuan()], world =>
        {
            var lines = Encoding.UTF8.GetString(Answer(Make(kind), world));

            Assert.True(lines.Length == 0 || lines.EndsWith("\r\n", StringComparison.Ordinal), lines);
            Assert.All(lines.Split("\r\n")[..^1], line =>
            {
                Assert.Equal(LineFault.None, Line.Parse(Encoding.UTF8.GetBytes(line), out _));
                Assert.True(Encoding.UTF8.GetByteCount(line) <= LineLimits.Body - LineLimits.End, line);
            });
        });
    }

    private byte[] Answer(Question question, World world)
    {
        if (question is IrcReply)
            return _renderer.Read(_renderer.Reply(_connection, question, world)).ToArray();
        var page = new System.Buffers.ArrayBufferWriter<byte>();
        var answer = _renderer.Answer(_connection, question, world);
        while (answer.WritePage(page))
            continue;
        answer.Done();
        return page.WrittenSpan.ToArray();
    }

    /// <summary>A question about Tuan and #lobby, with contents made anew.</summary>
    private static Question Make(Type kind)
    {
        var constructor = kind.GetConstructors().Single(made => made.IsPublic);
        return (Question)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object Value(Type type) =>
        type == typeof(string) ? new string("Tuan".AsSpan())
        : type == typeof(int) ? 422
        : type == typeof(long) ? 1_767_268_800_000
        : type == typeof(char) ? 'l'
        : type == typeof(bool) ? true
        : type == typeof(Domain.Events.Powers) ? Domain.Events.Powers.Kill
        : type == typeof(Domain.Commands.Command) ? new Domain.Commands.Command.LogOut()
        : type == typeof(Domain.Rules.Refusal) ? new Domain.Rules.Refusal.NotLoggedIn()
        : type == typeof(Nick) ? Sample.Nick("Tuan")
        : type == typeof(AccountName) ? Sample.Account("Tuan")
        : type == typeof(RoomFilter) ? new RoomFilter([new string("#lo*".AsSpan()), "C>0"], 1_767_268_800_000)
        : type == typeof(Domain.Data.ValueList<string>) ? (Domain.Data.ValueList<string>)[new string("url".AsSpan())]
        : type == typeof(Domain.Data.ValueList<MetadataWord>) ? (Domain.Data.ValueList<MetadataWord>)[new MetadataWord("url", null)]
        : type == typeof(Option<RoomName>) ? Prelude.Some(Sample.Room("#lobby"))
        : type == typeof(IrcReply) ? new IrcReply.Motd()
        : type == typeof(RoomName) ? Sample.Room("#lobby")
        : type == typeof(Domain.Data.ValueList<RoomName>) ? (Domain.Data.ValueList<RoomName>)[Sample.Room("#lobby")]
        : type == typeof(Domain.Data.ValueList<Nick>) ? (Domain.Data.ValueList<Nick>)[Sample.Nick("Tuan"), Sample.Nick("nobody")]
        : type == typeof(WhoFields) ? new WhoFields("tcuihsnfdlaor", new string("12".AsSpan()))
        : type == typeof(Capability) ? Capability.Batch
        : type == typeof(Timestamp) ? Sample.At(1, new Event.ServerStarted(Sample.Here, 1)).At
        : type == typeof(Search) ? new Search(null, SearchWords.Parse("tea")!, Option<Nick>.None, HistoryPlace.Any, HistoryPlace.Any, 10)
        : type == typeof(HistoryPlace) ? HistoryPlace.Any
        : type == typeof(HistoryPage) ? new HistoryPage(new string("LATEST".AsSpan()), "#lobby", HistoryPlace.Any, HistoryPlace.Any, 10)
        : throw new InvalidOperationException($"{type.Name} is missing in Value.");

    private static World WithTuan()
    {
        Event[] events =
        [
            new Event.Connected(Sample.Connection(1), Sample.Tuan, "Tuan himself"),
            new Event.Joined(Sample.Tuan, Sample.Lobby, Sample.Room("#lobby"), Rights.Operator),
            new Event.AwaySet(Sample.Tuan, true, "Tuan"),
        ];
        return events.Select((happened, i) => Sample.At(i + 1, happened) with { Origin = Sample.Connection(1) })
            .Aggregate(World.Empty, (world, recorded) => StateMachine.Apply(world, recorded).World);
    }

    private static IEnumerable<Type> CasesOf(Type union) => union.GetNestedTypes().Where(type => type.IsSubclassOf(union));
}
