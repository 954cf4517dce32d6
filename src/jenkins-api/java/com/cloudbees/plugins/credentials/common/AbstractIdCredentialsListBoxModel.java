package com.cloudbees.plugins.credentials.common;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import org.springframework.security.core.Authentication;

public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    private static final long serialVersionUID = 1L;

    public native AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue();

    public native AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication who, Item item, Class<? extends C> type);

    public native AbstractIdCredentialsListBoxModel<T, C> includeAs(
            Authentication who, ItemGroup group, Class<? extends C> type);

    public native AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String value);
}
