namespace DcOps.Simulator.Devices;

/// <summary>
/// The energy register as a device shows it: true energy plus where this meter began, in steps of its resolution, modulo
/// its modulus. A reset moves where it began and never touches the truth.
/// </summary>
/// <param name="startsAtMillijoules">What it showed when the model's energy was zero.</param>
public sealed class ServedRegister(long startsAtMillijoules, RegisterForm form)
{
    long _offset = startsAtMillijoules;

    public RegisterForm Form => form;

    /// <summary>What must be added to the true energy, mJ; survives a restart.</summary>
    public long OffsetMillijoules
    {
        get => Volatile.Read(ref _offset);
        set => Volatile.Write(ref _offset, value);
    }

    /// <summary>What the device shows, in steps of its resolution.</summary>
    public long CountsAt(long trueMillijoules)
    {
        var counts = (trueMillijoules + OffsetMillijoules) / form.ResolutionMillijoules;
        return form.ModulusCounts is { } modulus ? counts % modulus : counts;
    }

    /// <summary>Shows zero from now on.</summary>
    public void Reset(long trueMillijoules) => OffsetMillijoules = -trueMillijoules;

    /// <summary>Shows a value <paramref name="counts"/> steps before zero from now on.</summary>
    /// <exception cref="InvalidOperationException">The register never wraps.</exception>
    public void SetBeforeWrap(long trueMillijoules, long counts)
    {
        var modulus = form.ModulusCounts ?? throw new InvalidOperationException("This register counts up for ever.");
        OffsetMillijoules = ((modulus - counts) * form.ResolutionMillijoules) - trueMillijoules;
    }
}
