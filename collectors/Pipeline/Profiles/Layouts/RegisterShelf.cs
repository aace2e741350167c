using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>One device's registers as they were at its last message: they are the same for as long as its layout is.</summary>
/// <param name="remembered">What earlier messages said, by address.</param>
sealed class RegisterShelf(Device device, Dictionary<string, RawValue> remembered)
{
    AnswerLayout? _layout;
    int[] _winners = [];
    ImmutableArray<RegisterTraits> _registers = [];

    public ImmutableArray<RegisterTraits> Of(AnswerLayout layout, ReadOnlySpan<FoundValue> found, DeviceMessage message)
    {
        if (layout.RegisterSlots.IsEmpty)
            return [];
        if (!ReferenceEquals(_layout, layout) || layout.SaysSerial || !IsWonAsBefore(layout, found))
            MakeOf(layout, found, message);
        return _registers;
    }

    // Apart, so that only a message that changes something pays for what it hands on.
    void MakeOf(AnswerLayout layout, ReadOnlySpan<FoundValue> found, DeviceMessage message) =>
        Make(layout, found, address => TextAt(address, message));

    /// <summary>What earlier messages said is no longer what it was.</summary>
    public void Forget() => _layout = null;

    bool IsWonAsBefore(AnswerLayout layout, ReadOnlySpan<FoundValue> found)
    {
        for (var register = 0; register < _winners.Length; register++)
        {
            if (layout.Slots[layout.RegisterSlots[register]].Winner(found).Index != _winners[register])
                return false;
        }

        return true;
    }

    void Make(AnswerLayout layout, ReadOnlySpan<FoundValue> found, Func<string, string?> serialAt)
    {
        var winners = new int[layout.RegisterSlots.Length];
        var registers = ImmutableArray.CreateBuilder<RegisterTraits>(winners.Length);
        for (var register = 0; register < winners.Length; register++)
        {
            var slot = layout.Slots[layout.RegisterSlots[register]];
            var winner = slot.Winner(found);
            winners[register] = winner.Index;
            if (winner.IsRegister)
                registers.Add(Traits(layout, winner.Index, serialAt) with { Point = AnswerLayout.PointOf(device.Name, slot.Part, slot.Quantity) });
        }

        (_layout, _winners, _registers) = (layout, winners, registers.DrainToImmutable());
    }

    RegisterTraits Traits(AnswerLayout layout, int index, Func<string, string?> serialAt) => index < layout.Points.Length
        ? layout.Points[index].Register!.Traits(device, serialAt)
        : RegisterForm.Sum([.. layout.Sums[index - layout.Points.Length].Rows.Select(row => layout.Points[row].Register!.Traits(device, serialAt))]);

    string? TextAt(string address, DeviceMessage message)
    {
        foreach (var value in message.Values)
        {
            if (value.Address == address)
                return value.Text;
        }

        return remembered.TryGetValue(address, out var known) ? known.Text : null;
    }
}
