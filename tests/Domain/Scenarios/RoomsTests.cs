using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Tests.Dialect;
using ChatRoom.Domain.Worlds;
using static ChatRoom.Domain.Tests.Dialect.Scenario;
using static ChatRoom.Domain.Tests.Dialect.Vocabulary;

namespace ChatRoom.Domain.Tests.Scenarios;

public sealed class RoomsTests
{
    private static readonly Actor Tuan = Guest(1, "Tuan");
    private static readonly Actor Duy = Guest(2, "Duy");

    private static Scenario Two => Given(Comes(1, "Tuan"), Comes(2, "Duy"));

    [Fact]
    public void Who_opens_a_room_is_its_operator()
    {
        var scenario = Two.When(Joins(1, "#Lobby")).Then(new Event.Joined(Tuan, RoomNo(1), Room("#Lobby"), Rights.Operator));
        scenario.ThenEffects(
            new Effect.Enter(Tuan.Id, RoomNo(1)), new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        Assert.Equal(
            new Room(RoomNo(1), Room("#Lobby"), Noon, Option<Topic>.None, Map<Ascending<PersonId>, PersonId, Rights>.Empty.Add(Tuan.Id, Rights.Operator), SeenIds.None),
            scenario.World.Room(Room("#LOBBY")));
    }

    [Fact]
    public void Who_comes_later_is_a_member_of_the_room_as_it_was_first_written() => Two.And(Joins(1, "#Lobby"))
        .When(Joins(2, "#lobby")).Then(new Event.Joined(Duy, RoomNo(1), Room("#Lobby"), Rights.None));

    [Fact]
    public void Who_is_in_already_is_no_news() => Two.And(Joins(1, "#a")).When(Joins(1, "#A")).ThenNothing();

    [Fact]
    public void Rooms_whose_names_differ_beyond_A_to_Z_are_two() => Two.And(Joins(1, "#é"))
        .When(Joins(1, "#É")).Then(new Event.Joined(Tuan, RoomNo(2), Room("#É"), Rights.Operator))
        .When(Joins(1, "#e\u0301")).Then(new Event.Joined(Tuan, RoomNo(3), Room("#e\u0301"), Rights.Operator));

    [Theory]
    [InlineData(100 - 1, true)]
    [InlineData(100, false)]
    public void A_person_may_be_in_so_many_rooms(int before, bool another)
    {
        var scenario = Two.And(Joins(2, "#extra")).And([.. Enumerable.Range(1, before).Select(room => Joins(1, $"#{room}"))]);
        scenario.When(Joins(1, "#extra"));
        if (another)
            scenario.Then(new Event.Joined(Tuan, RoomNo(1), Room("#extra"), Rights.None));
        else
            scenario.ThenRefused(new Refusal.TooManyRooms(Room("#extra"), RuleLimits.First.RoomsOfPerson));
        scenario.When(Joins(1, "#1")).ThenNothing();
    }

    [Fact]
    public void Who_leaves_hears_it_with_the_others()
    {
        var scenario = Two.And(Joins(1, "#a"), Joins(2, "#a")).When(Leaves(2, "#A"));
        scenario.Then(new Event.Left(Duy, RoomNo(1), Room("#a"), "bye")).ThenEffects(
            new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What), new Effect.Exit(Duy.Id, RoomNo(1)));
        scenario.When(Says(2, "#a")).ThenRefused(new Refusal.NotInRoom(Room("#a")));
    }

    [Fact]
    public void A_room_that_is_not_open_can_not_be_left() =>
        Two.When(Leaves(1, "#nowhere")).ThenRefused(new Refusal.NoSuchRoom(Room("#nowhere")));

    [Fact]
    public void A_room_of_others_can_not_be_left() =>
        Two.And(Joins(1, "#a")).When(Leaves(2, "#A")).ThenRefused(new Refusal.NotInRoom(Room("#a")));

    [Fact]
    public void A_topic_is_remembered_with_who_set_it_and_when()
    {
        var scenario = Two.And(Joins(1, "#a"), Joins(2, "#a")).When(SetsTopic(2, "#A", "tea"));
        scenario.Then(new Event.TopicSet(Duy, RoomNo(1), Room("#a"), "tea"))
            .ThenEffects(new Effect.TellRoom(RoomNo(1), Audience.Everyone, scenario.What));
        Assert.Equal(new Topic(new Words("tea", scenario.What.Sequence), Duy, Noon), scenario.World.Room(Room("#a")).Bind(room => room.Topic));
    }

    [Fact]
    public void An_empty_text_takes_the_topic_away()
    {
        var scenario = Two.And(Joins(1, "#a"), SetsTopic(1, "#a", "tea")).When(SetsTopic(1, "#a", ""));
        scenario.Then(new Event.TopicSet(Tuan, RoomNo(1), Room("#a"), ""));
        Assert.True(scenario.World.Room(Room("#a")).Bind(room => room.Topic).IsNone);
    }

    [Theory]
    [InlineData(340 - 1)]
    [InlineData(340)]
    public void A_topic_may_be_as_long_as_the_limit(int length) => Two.And(Joins(1, "#a"))
        .When(SetsTopic(1, "#a", new string('t', length))).Then(new Event.TopicSet(Tuan, RoomNo(1), Room("#a"), new string('t', length)));

    [Fact]
    public void A_topic_may_not_be_longer() => Two.And(Joins(1, "#a"))
        .When(SetsTopic(1, "#A", new string('t', RuleLimits.First.TopicBytes + 1)))
        .ThenRefused(new Refusal.TopicTooLong(Room("#a"), RuleLimits.First.TopicBytes + 1, RuleLimits.First.TopicBytes));

    [Fact]
    public void Only_who_is_in_an_open_room_sets_its_topic()
    {
        var scenario = Two.And(Joins(1, "#a"));
        scenario.When(SetsTopic(2, "#a", "t")).ThenRefused(new Refusal.NotInRoom(Room("#a")));
        scenario.When(SetsTopic(2, "#b", "t")).ThenRefused(new Refusal.NoSuchRoom(Room("#b")));
    }

    [Fact]
    public void An_empty_room_ends_and_a_later_one_of_that_name_takes_up_its_history_and_its_topic()
    {
        var scenario = Two.And(Joins(1, "#A"), SetsTopic(1, "#A", "tea"), Leaves(1, "#a"));
        Assert.True(scenario.World.Room(Room("#a")).IsNone);
        scenario.When(Joins(2, "#a")).Then(new Event.Joined(Duy, RoomNo(1), Room("#a"), Rights.Operator));
        Assert.Equal("tea", scenario.World.Room(Room("#a")).Bind(room => room.Topic).Map(topic => topic.Text.Text));
        Assert.Equal((0, 0), (scenario.World.Past.Count, scenario.World.PastByEnd.Count));
    }

    [Fact]
    public void A_room_does_not_end_while_its_operator_is_gone_and_others_are_there() => Two.And(Joins(1, "#a"), Joins(2, "#a"), Leaves(1, "#a"))
        .When(Joins(1, "#a")).Then(new Event.Joined(Tuan, RoomNo(1), Room("#a"), Rights.None));

    [Fact]
    public void A_room_that_does_not_continue_the_earlier_one_of_its_name_forgets_it()
    {
        var scenario = Two.And(Joins(1, "#a"), Says(1, "#a", Id(1)), Leaves(1, "#a"))
            .AndHappened(new Event.Joined(Duy, RoomNo(7), Room("#a"), Rights.Operator));
        Assert.True(scenario.World.Room(Room("#a")).Exists(room => room.Id == RoomNo(7) && room.Seen == SeenIds.None));
        Assert.Equal(RoomNo(7), scenario.World.LastRoom);
        scenario.And(Quits(2));
        Assert.Equal((1, 1), (scenario.World.Past.Count, scenario.World.PastByEnd.Count));
    }
}
