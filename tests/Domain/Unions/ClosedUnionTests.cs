using System.Reflection;
using System.Runtime.CompilerServices;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Tests.Unions;

/// <summary>
/// Every abstract type of the domain is a closed union: nobody else can add a case, and each case is handled wherever
/// one is matched. A new case that somebody forgot is found here and not by a user.
/// </summary>
public sealed class ClosedUnionTests
{
    private static readonly Type[] Abstract =
        [.. typeof(Event).Assembly.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: false, IsInterface: false })];

    public static TheoryData<Type> Unions => [.. Abstract];

    public static TheoryData<Type> UnionsWithMatch => [.. Abstract.Where(type => MatchOf(type) is not null)];

    public static TheoryData<Type> Commands => [.. CasesOf(typeof(Command))];

    public static TheoryData<Type> Events => [.. CasesOf(typeof(Event))];

    [Fact]
    public void The_unions_are_these() => Assert.Equal(
        [
            nameof(Command), nameof(Conversation), nameof(Decision), nameof(Effect), nameof(Event), nameof(Fact), nameof(NameFault), nameof(Party),
            nameof(Refusal), nameof(Target),
        ],
        Abstract.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Unions), DisableDiscoveryEnumeration = true)]
    public void Nobody_else_can_add_a_case(Type union)
    {
        ArgumentNullException.ThrowIfNull(union);
        // A record always has a protected constructor that copies; it needs a case to copy, so it makes none.
        var constructors = union.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.All(
            constructors.Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != union),
            constructor => Assert.True(constructor.IsPrivate));
    }

    [Theory]
    [MemberData(nameof(Unions), DisableDiscoveryEnumeration = true)]
    public void Every_case_is_nested_in_its_union_and_sealed(Type union)
    {
        var cases = CasesOf(union);
        Assert.NotEmpty(cases);
        Assert.All(cases, one => Assert.True(one.IsSealed && one.DeclaringType == union, $"{one.Name} is open or elsewhere."));
    }

    [Theory]
    [MemberData(nameof(UnionsWithMatch), DisableDiscoveryEnumeration = true)]
    public void Match_has_an_arm_for_each_case(Type union)
    {
        var match = MatchOf(union)!.MakeGenericMethod(typeof(int));
        var arms = match.GetParameters();
        Assert.Equal(CasesOf(union).Length, arms.Length);
        Assert.All(CasesOf(union), one => Handles(() => match.Invoke(Blank(one), new object?[arms.Length])));
    }

    [Theory]
    [MemberData(nameof(Commands), DisableDiscoveryEnumeration = true)]
    public void Decide_handles_each_command(Type command) => Handles(() =>
    {
        var there = StateMachine.Take(Dialect.Vocabulary.Begun, Facts.None, Dialect.Vocabulary.Comes(1, "Tuan")).World;
        var wish = (Command)Blank(command);
        var isOwn = wish is Command.StartServer or Command.EndServer or Command.ClearEnded or Command.Expire or Command.ChangeLimits or Command.CompareWorld or Command.Forget;
        StateMachine.Decide(there, Facts.None, isOwn ? Dialect.Vocabulary.ByNobody(wish) : Dialect.Vocabulary.By(Dialect.Vocabulary.Wire(1), wish));
    });

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void Apply_handles_each_event(Type happened) =>
        Handles(() => StateMachine.Apply(World.Empty, StateMachine.Record(World.Empty, default, null, (Event)Blank(happened))));

    private static Type[] CasesOf(Type union) => [.. union.Assembly.GetTypes().Where(type => type.BaseType == union)];

    private static MethodInfo? MatchOf(Type union) => union.GetMethod("Match");

    /// <summary>A case without contents: enough to see which arm takes it, and to break in that arm.</summary>
    private static object Blank(Type type) => RuntimeHelpers.GetUninitializedObject(type);

    /// <summary>Breaking on a blank case is no fault here; not knowing the case is.</summary>
    private static void Handles(Action action)
    {
        var thrown = Record.Exception(action);
        var cause = thrown is TargetInvocationException ? thrown.InnerException : thrown;
        Assert.DoesNotContain("is missing in", cause?.Message ?? "", StringComparison.Ordinal);
    }
}
